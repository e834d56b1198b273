package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

/** A behaviour of CloudWatch Logs. A test has the clock in its hand. */
@EmulatorTest
abstract class LogsTest {
    static final String ACCOUNT = "000000000000";
    static final String GROUP = "/app/web";
    static final String STREAM = "one";

    TestEmulator emulator;
    CloudWatchLogsClient logs;

    @BeforeEach
    final void connect(TestEmulator started) {
        emulator = started;
        logs = started.clients().logs("app");
    }

    static String groupArn(String name) {
        return "arn:aws:logs:us-east-1:" + ACCOUNT + ":log-group:" + name;
    }

    long now() {
        return emulator.now().toEpochMilli();
    }

    void group(String name) {
        logs.createLogGroup(r -> r.logGroupName(name));
    }

    void stream(String group, String name) {
        logs.createLogStream(r -> r.logGroupName(group).logStreamName(name));
    }

    /** The group and stream that most tests write to. */
    void groupAndStream() {
        group(GROUP);
        stream(GROUP, STREAM);
    }

    static InputLogEvent event(long timestamp, String message) {
        return InputLogEvent.builder().timestamp(timestamp).message(message).build();
    }

    PutLogEventsResponse put(String stream, InputLogEvent... events) {
        return logs.putLogEvents(
                r -> r.logGroupName(GROUP).logStreamName(stream).logEvents(events));
    }

    PutLogEventsResponse put(InputLogEvent... events) {
        return put(STREAM, events);
    }

    /** Writes messages now, a millisecond apart. */
    void putNow(String... messages) {
        List<InputLogEvent> events = new ArrayList<>();
        for (String message : messages) {
            events.add(event(now() + events.size(), message));
        }
        put(events.toArray(InputLogEvent[]::new));
    }

    /** All messages of the stream, oldest first. */
    List<String> messages() {
        return logs
                .getLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM).startFromHead(true))
                .events()
                .stream()
                .map(OutputLogEvent::message)
                .toList();
    }

    static void assertRefused(String code, String message, ThrowingCallable call) {
        assertThat(AwsError.of(call)).isEqualTo(new AwsError(code, 400, message));
    }

    static void assertInvalid(String message, ThrowingCallable call) {
        assertRefused("InvalidParameterException", message, call);
    }
}

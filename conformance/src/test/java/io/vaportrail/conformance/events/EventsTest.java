package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A behaviour of EventBridge. Time stands still unless the test moves it. */
@EmulatorTest
abstract class EventsTest {
    static final String ACCOUNT = "000000000000";
    static final String OTHER_ACCOUNT = "111111111111";
    static final String REGION = Clients.REGION;
    static final String SOURCE = "shop.orders";
    static final String PATTERN = "{\"source\":[\"shop.orders\"]}";

    TestEmulator emulator;
    EventBridgeClient events;
    SqsClient sqs;

    @BeforeEach
    final void connect(TestEmulator started) {
        emulator = started;
        events = started.clients().eventBridge("app");
        sqs = started.clients().sqs(Protocol.AWS_JSON, "app");
    }

    static String queueArn(String name) {
        return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name;
    }

    static String busArn(String name) {
        return "arn:aws:events:" + REGION + ":" + ACCOUNT + ":event-bus/" + name;
    }

    static String ruleArn(String path) {
        return "arn:aws:events:" + REGION + ":" + ACCOUNT + ":rule/" + path;
    }

    /** A queue that takes what EventBridge sends; its ARN. */
    String queue(String name) {
        String arn = queueArn(name);
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                + "[\"events.amazonaws.com\",\"sns.amazonaws.com\"]},\"Action\":\"sqs:SendMessage\",\"Resource\":\""
                + arn + "\"}]}";
        sqs.createQueue(r -> r.queueName(name).attributes(Map.of(QueueAttributeName.POLICY, policy)));
        return arn;
    }

    /** A rule of the default bus for {@link #SOURCE}, with a queue of the same name as its target. */
    void ruleToQueue(String name) {
        String arn = queue(name);
        events.putRule(r -> r.name(name).eventPattern(PATTERN));
        events.putTargets(r -> r.rule(name).targets(target("queue", arn)));
    }

    static Target target(String id, String arn) {
        return Target.builder().id(id).arn(arn).build();
    }

    /** Puts one event on the default bus, which must be taken; its id. */
    String put(String detail) {
        return put("default", detail);
    }

    String put(String bus, String detail) {
        PutEventsResponse answer = events.putEvents(r -> r.entries(e ->
                e.eventBusName(bus).source(SOURCE).detailType("Order placed").detail(detail)));
        assertThat(answer.failedEntryCount()).as(answer.toString()).isZero();
        return answer.entries().get(0).eventId();
    }

    /** The messages in a queue, which are taken out of it. */
    List<Message> messages(String queue) {
        return messages(queue, 0);
    }

    /** The messages that come into a queue within seconds of the machine's time; they are taken out of it. */
    List<Message> messages(String queue, int waitSeconds) {
        settle();
        String url = sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
        List<Message> messages = sqs.receiveMessage(r -> r.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(waitSeconds)
                        .messageAttributeNames("All"))
                .messages();
        messages.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())));
        return messages;
    }

    List<String> bodies(String queue) {
        return messages(queue).stream().map(Message::body).toList();
    }

    Message only(String queue) {
        List<Message> messages = messages(queue);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    Map<String, @Nullable Object> onlyEvent(String queue) {
        return json(only(queue).body());
    }

    static Map<String, @Nullable Object> json(String text) {
        return Objects.requireNonNull(Json.readObject(text), text);
    }

    /** Lets time pass, and what it set off come to its end, however busy the machine. */
    void advance(Duration duration) {
        emulator.advance(duration);
        settle();
    }

    void settle() {
        emulator.settle();
    }

    /** The sum of a metric of AWS/Events over this hour. */
    double metric(String name, String rule) {
        CloudWatchClient cloudWatch = emulator.clients().cloudWatch("app");
        return cloudWatch
                .getMetricStatistics(r -> r.namespace("AWS/Events")
                        .metricName(name)
                        .dimensions(d -> d.name("RuleName").value(rule))
                        .startTime(emulator.now().minus(Duration.ofHours(25)))
                        .endTime(emulator.now().plusSeconds(60))
                        .period(3600)
                        .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .mapToDouble(Datapoint::sum)
                .sum();
    }

    static void assertRefused(String code, String message, ThrowingCallable call) {
        AwsError error = AwsError.of(call);
        assertThat(error.code() + ": " + error.message()).isEqualTo(code + ": " + message);
        assertThat(error.status()).isEqualTo(400);
    }
}

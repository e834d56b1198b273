package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;

class LogStreamTest extends LogsTest {
    private List<String> names(Consumer<DescribeLogStreamsRequest.Builder> more) {
        return logs.describeLogStreams(more.andThen(r -> r.logGroupName(GROUP))).logStreams().stream()
                .map(LogStream::logStreamName)
                .toList();
    }

    @Test
    void isDescribedAsItWasMade() {
        groupAndStream();

        LogStream found =
                logs.describeLogStreams(r -> r.logGroupName(GROUP)).logStreams().get(0);
        assertThat(found.logStreamName()).isEqualTo(STREAM);
        assertThat(found.arn()).isEqualTo(groupArn(GROUP) + ":log-stream:" + STREAM);
        assertThat(found.creationTime()).isEqualTo(now());
        assertThat(found.firstEventTimestamp()).isNull();
        assertThat(found.uploadSequenceToken()).isNull();
    }

    @Test
    void tellsWhenItsEventsHappenedAndArrived() {
        groupAndStream();
        put(event(now() - 5000, "a"), event(now() - 1000, "b"));

        LogStream found =
                logs.describeLogStreams(r -> r.logGroupName(GROUP)).logStreams().get(0);
        assertThat(found.firstEventTimestamp()).isEqualTo(now() - 5000);
        assertThat(found.lastEventTimestamp()).isEqualTo(now() - 1000);
        assertThat(found.lastIngestionTime()).isEqualTo(now());
        assertThat(found.uploadSequenceToken()).hasSize(56);
    }

    @Test
    void hasANameOfItsOwn() {
        groupAndStream();

        assertRefused(
                "ResourceAlreadyExistsException",
                "The specified log stream already exists",
                () -> stream(GROUP, STREAM));
        assertRefused(
                "ResourceNotFoundException", "The specified log group does not exist.", () -> stream("none", STREAM));
    }

    @Test
    void isGoneOnceDeleted() {
        groupAndStream();
        logs.deleteLogStream(r -> r.logGroupName(GROUP).logStreamName(STREAM));

        assertThat(names(r -> {})).isEmpty();
        assertRefused(
                "ResourceNotFoundException",
                "The specified log stream does not exist.",
                () -> logs.deleteLogStream(r -> r.logGroupName(GROUP).logStreamName(STREAM)));
    }

    @Test
    void isListedByNameAndByItsLastEvent() {
        group(GROUP);
        for (String name : List.of("b", "a", "c", "ab")) {
            stream(GROUP, name);
        }
        put("a", event(now() - 100, "x"));
        put("c", event(now() - 300, "x"));
        put("b", event(now() - 200, "x"));
        emulator.advanceSeconds(1);

        assertThat(names(r -> {})).containsExactly("a", "ab", "b", "c");
        assertThat(names(r -> r.descending(true))).containsExactly("c", "b", "ab", "a");
        assertThat(names(r -> r.logStreamNamePrefix("a"))).containsExactly("a", "ab");
        assertThat(names(r -> r.orderBy("LastEventTime"))).containsExactly("c", "b", "a", "ab");
        assertThat(names(r -> r.orderBy("LastEventTime").descending(true))).containsExactly("ab", "a", "b", "c");
        assertInvalid(
                "Cannot order by LastEventTime with a logStreamNamePrefix.",
                () -> names(r -> r.orderBy("LastEventTime").logStreamNamePrefix("a")));
    }

    @Test
    void isListedPageByPageInEitherOrder() {
        group(GROUP);
        for (int i = 0; i < 5; i++) {
            stream(GROUP, "s" + i);
        }

        DescribeLogStreamsResponse first = logs.describeLogStreams(
                r -> r.logGroupName(GROUP).descending(true).limit(3));
        DescribeLogStreamsResponse second = logs.describeLogStreams(
                r -> r.logGroupName(GROUP).descending(true).limit(3).nextToken(first.nextToken()));
        assertThat(first.logStreams()).extracting(LogStream::logStreamName).containsExactly("s4", "s3", "s2");
        assertThat(second.logStreams()).extracting(LogStream::logStreamName).containsExactly("s1", "s0");
        assertInvalid(
                "The specified nextToken is invalid.",
                () -> logs.describeLogStreams(r -> r.logGroupName(GROUP).nextToken(first.nextToken())));
    }

    @Test
    void isFoundByTheNameOrTheArnOfItsGroupButNotByBoth() {
        groupAndStream();

        assertThat(logs.describeLogStreams(r -> r.logGroupIdentifier(GROUP)).logStreams())
                .hasSize(1);
        assertThat(logs.describeLogStreams(r -> r.logGroupIdentifier(groupArn(GROUP)))
                        .logStreams())
                .hasSize(1);
        assertRefused(
                "ValidationException",
                "LogGroup name and LogGroup ARN are mutually exclusive parameters.",
                () -> logs.describeLogStreams(r -> r.logGroupIdentifier(GROUP).logGroupName(GROUP)));
    }
}

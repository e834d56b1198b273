package io.vaportrail.conformance.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;

class LogEventsTest extends LogsTest {
    private static List<String> texts(GetLogEventsResponse page) {
        return page.events().stream().map(OutputLogEvent::message).toList();
    }

    @Test
    void areReadAsTheyWereWritten() {
        groupAndStream();
        PutLogEventsResponse answer = put(event(now() - 10, "first"), event(now(), "zweite Zeile: ü€😀"));

        assertThat(answer.nextSequenceToken()).hasSize(56);
        assertThat(answer.rejectedLogEventsInfo()).isNull();
        OutputLogEvent second = logs.getLogEvents(r -> r.logGroupName(GROUP).logStreamName(STREAM))
                .events()
                .get(1);
        assertThat(second.message()).isEqualTo("zweite Zeile: ü€😀");
        assertThat(second.timestamp()).isEqualTo(now());
        assertThat(second.ingestionTime()).isEqualTo(now());
    }

    @Test
    void needTheirGroupAndStream() {
        assertRefused(
                "ResourceNotFoundException", "The specified log group does not exist.", () -> put(event(now(), "a")));
        group(GROUP);
        assertRefused(
                "ResourceNotFoundException", "The specified log stream does not exist.", () -> put(event(now(), "a")));
    }

    @Test
    void ofABatchAreInOrderWithinADay() {
        groupAndStream();

        assertInvalid(
                "Log events in a single PutLogEvents request must be in chronological order.",
                () -> put(event(now(), "a"), event(now() - 1, "b")));
        long day = Duration.ofHours(24).toMillis();
        put(event(now() - day, "a"), event(now(), "b"));
        assertInvalid(
                "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
                () -> put(event(now() - day - 1, "a"), event(now(), "b")));
    }

    @Test
    void ofABatchTakeAtMostAMebibyte() {
        groupAndStream();
        InputLogEvent[] most = new InputLogEvent[4];
        for (int i = 0; i < most.length; i++) {
            most[i] = event(now(), "x".repeat((1 << 18) - 26));
        }
        put(most);

        most[3] = event(now(), "x".repeat((1 << 18) - 25));
        assertInvalid("Upload too large: 1048577 bytes exceeds limit of 1048576", () -> put(most));
        assertInvalid(
                "Log event too large: 1048577 bytes exceeds limit of 1048576",
                () -> put(event(now(), "x".repeat((1 << 20) + 1))));
    }

    @Test
    void ofABatchAreAtMostTenThousand() {
        groupAndStream();
        List<InputLogEvent> events = new ArrayList<>(Collections.nCopies(10_000, event(now(), "x")));
        put(events.toArray(InputLogEvent[]::new));
        events.add(event(now(), "x"));

        assertThat(AwsError.of(() -> put(events.toArray(InputLogEvent[]::new))).message())
                .endsWith("failed to satisfy constraint: Member must have length less than or equal to 10000");
    }

    @Test
    void areRejectedWhenTooOldExpiredOrTooNew() {
        groupAndStream();
        long past = Duration.ofDays(14).toMillis();
        long future = Duration.ofHours(2).toMillis();

        assertThat(put(event(now() - past - 1, "old"), event(now() - past, "just"))
                        .rejectedLogEventsInfo()
                        .tooOldLogEventEndIndex())
                .isEqualTo(1);
        assertThat(put(event(now() + future, "just"), event(now() + future + 1, "new"))
                        .rejectedLogEventsInfo()
                        .tooNewLogEventStartIndex())
                .isEqualTo(1);
        logs.putRetentionPolicy(r -> r.logGroupName(GROUP).retentionInDays(1));
        long day = Duration.ofDays(1).toMillis();
        assertThat(put(event(now() - day - 1, "expired"), event(now() - 1, "kept"))
                        .rejectedLogEventsInfo()
                        .expiredLogEventEndIndex())
                .isEqualTo(1);
        assertThat(messages()).containsExactly("kept", "just");
    }

    @Test
    void areReadByTimestampHoweverTheyCame() {
        groupAndStream();
        put(event(now() + 5, "e"), event(now() + 7, "g"));
        put(event(now() + 1, "a"), event(now() + 6, "f"));
        put(event(now() + 1, "b"));

        assertThat(messages()).containsExactly("a", "b", "e", "f", "g");
        assertThat(texts(logs.getLogEvents(r -> r.logGroupName(GROUP)
                        .logStreamName(STREAM)
                        .startTime(now() + 1)
                        .endTime(now() + 6)
                        .startFromHead(true))))
                .containsExactly("a", "b", "e");
    }

    @Test
    void areReadForwardUntilTheTokenStays() {
        groupAndStream();
        putNow("a", "b", "c", "d", "e");

        GetLogEventsResponse first = page(null, 2, true);
        GetLogEventsResponse second = page(first.nextForwardToken(), 2, true);
        GetLogEventsResponse third = page(second.nextForwardToken(), 2, true);
        GetLogEventsResponse end = page(third.nextForwardToken(), 2, true);
        assertThat(texts(first)).containsExactly("a", "b");
        assertThat(texts(second)).containsExactly("c", "d");
        assertThat(texts(third)).containsExactly("e");
        assertThat(texts(end)).isEmpty();
        assertThat(end.nextForwardToken()).isEqualTo(third.nextForwardToken());
        assertThat(first.nextForwardToken()).matches("f/\\d{56}/s");

        put(event(now() + 10, "later"));
        assertThat(texts(page(end.nextForwardToken(), 2, true))).containsExactly("later");
        assertThat(texts(page(second.nextBackwardToken(), 9, true))).containsExactly("a", "b");
        assertThat(texts(page(end.nextBackwardToken(), 2, true))).containsExactly("d", "e");
    }

    @Test
    void areReadBackwardFromTheEndUnlessAskedOtherwise() {
        groupAndStream();
        putNow("a", "b", "c", "d", "e");

        GetLogEventsResponse last = page(null, 2, false);
        GetLogEventsResponse middle = page(last.nextBackwardToken(), 2, false);
        GetLogEventsResponse first = page(middle.nextBackwardToken(), 2, false);
        GetLogEventsResponse end = page(first.nextBackwardToken(), 2, false);
        assertThat(texts(last)).containsExactly("d", "e");
        assertThat(texts(middle)).containsExactly("b", "c");
        assertThat(texts(first)).containsExactly("a");
        assertThat(end.events()).isEmpty();
        assertThat(end.nextBackwardToken()).isEqualTo(first.nextBackwardToken());
    }

    private GetLogEventsResponse page(@Nullable String token, int limit, boolean fromHead) {
        return logs.getLogEvents(r -> r.logGroupName(GROUP)
                .logStreamName(STREAM)
                .nextToken(token)
                .limit(limit)
                .startFromHead(fromHead));
    }

    @Test
    void ofAnEmptyStreamHaveTokensThatWaitForThem() {
        groupAndStream();
        GetLogEventsResponse empty = page(null, 5, false);
        putNow("a");

        assertThat(empty.events()).isEmpty();
        assertThat(texts(page(empty.nextForwardToken(), 5, false))).containsExactly("a");
    }

    @Test
    void takeTokensForADayAndTheirStreamAlone() {
        groupAndStream();
        stream(GROUP, "other");
        putNow("a");
        String token = page(null, 1, true).nextForwardToken();

        for (String bad : List.of("invalid-token", "f/123/s", "f/" + "9".repeat(56) + "/s")) {
            assertInvalid("The specified nextToken is invalid.", () -> page(bad, 1, true));
        }
        assertInvalid(
                "The specified nextToken is invalid.",
                () -> logs.getLogEvents(
                        r -> r.logGroupName(GROUP).logStreamName("other").nextToken(token)));
        emulator.advance(Duration.ofHours(24));
        assertThat(page(token, 1, true).events()).isEmpty();
        emulator.advanceSeconds(2);
        assertInvalid("The specified nextToken is invalid.", () -> page(token, 1, true));
    }

    @Test
    void areGoneWhenTheirRetentionEnds() {
        groupAndStream();
        logs.putRetentionPolicy(r -> r.logGroupName(GROUP).retentionInDays(1));
        putNow("old");
        emulator.advance(Duration.ofHours(23));
        putNow("young");
        assertThat(messages()).containsExactly("old", "young");

        emulator.advance(Duration.ofHours(1).plusMillis(1));
        assertThat(messages()).containsExactly("young");
        assertThat(logs.filterLogEvents(r -> r.logGroupName(GROUP)).events()).hasSize(1);
    }

    @Test
    void areFoundInAllStreamsByTimestamp() {
        group(GROUP);
        stream(GROUP, "a1");
        stream(GROUP, "a2");
        stream(GROUP, "b");
        put("a1", event(now(), "one"), event(now() + 3, "four"));
        put("a2", event(now() + 1, "two"));
        put("b", event(now() + 2, "three"));

        FilterLogEventsResponse all = logs.filterLogEvents(r -> r.logGroupName(GROUP));
        assertThat(all.events()).extracting(FilteredLogEvent::message).containsExactly("one", "two", "three", "four");
        assertThat(all.events())
                .extracting(FilteredLogEvent::eventId)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(all.searchedLogStreams()).isEmpty();
        assertThat(all.nextToken()).isNull();
        assertThat(logs.filterLogEvents(r -> r.logGroupName(GROUP).logStreamNamePrefix("a"))
                        .events())
                .extracting(FilteredLogEvent::logStreamName)
                .containsExactly("a1", "a2", "a1");
        assertThat(logs.filterLogEvents(
                                r -> r.logGroupIdentifier(groupArn(GROUP)).logStreamNames("b"))
                        .events())
                .hasSize(1);
    }

    @Test
    void areFoundPageByPage() {
        groupAndStream();
        putNow("a error", "b", "c error", "d error", "e");

        List<String> found = new ArrayList<>();
        @Nullable String token = null;
        do {
            String here = token;
            FilterLogEventsResponse page = logs.filterLogEvents(
                    r -> r.logGroupName(GROUP).filterPattern("error").limit(2).nextToken(here));
            page.events().forEach(event -> found.add(event.message()));
            token = page.nextToken();
        } while (token != null);
        assertThat(found).containsExactly("a error", "c error", "d error");
        assertInvalid(
                "The specified nextToken is invalid.",
                () -> logs.filterLogEvents(r -> r.logGroupName(GROUP).nextToken("foobar")));
    }

    @Test
    void areFoundByOneSortOfStreamNamesAtATime() {
        groupAndStream();

        assertInvalid(
                "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.",
                () -> logs.filterLogEvents(
                        r -> r.logGroupName(GROUP).logStreamNames(STREAM).logStreamNamePrefix("o")));
        assertInvalid(
                "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have "
                        + "value less than or equal to 10000",
                () -> logs.filterLogEvents(r -> r.logGroupName(GROUP).limit(10_001)));
    }
}

package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.Archive;
import software.amazon.awssdk.services.eventbridge.model.ArchiveState;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;
import software.amazon.awssdk.services.eventbridge.model.StartReplayResponse;

/** Events that are kept, and put once more. */
class ArchiveTest extends EventsTest {
    private static final String ARN = "arn:aws:events:us-east-1:000000000000:archive/orders";

    @BeforeEach
    void makeRule() {
        ruleToQueue("orders");
    }

    private void archive() {
        events.createArchive(r -> r.archiveName("orders")
                .eventSourceArn(busArn("default"))
                .eventPattern(PATTERN)
                .description("all orders")
                .retentionDays(2));
    }

    private StartReplayResponse replay(String name) {
        Instant now = emulator.now();
        return events.startReplay(r -> r.replayName(name)
                .eventSourceArn(ARN)
                .eventStartTime(now.minus(Duration.ofDays(1)))
                .eventEndTime(now)
                .destination(d -> d.arn(busArn("default"))));
    }

    private DescribeReplayResponse described(String name) {
        return events.describeReplay(r -> r.replayName(name));
    }

    @Test
    void whatThePatternWantsIsKept() {
        archive();
        for (int i = 0; i < 3; i++) {
            put("{\"n\":" + i + "}");
        }
        events.putEvents(r -> r.entries(e -> e.source("other").detailType("x").detail("{}")));

        DescribeArchiveResponse archive = events.describeArchive(r -> r.archiveName("orders"));
        assertThat(archive.archiveArn()).isEqualTo(ARN);
        assertThat(archive.eventCount()).isEqualTo(3);
        assertThat(archive.sizeBytes()).isPositive();
        assertThat(archive.state()).isEqualTo(ArchiveState.ENABLED);
        assertThat(archive.retentionDays()).isEqualTo(2);
        assertThat(archive.description()).isEqualTo("all orders");
        assertThat(archive.eventPattern()).isEqualTo(PATTERN);
        assertThat(archive.eventSourceArn()).isEqualTo(busArn("default"));

        advance(Duration.ofDays(3));
        assertThat(events.describeArchive(r -> r.archiveName("orders")).eventCount())
                .isZero();
    }

    @Test
    void archivesAreListedUpdatedAndDeleted() {
        archive();

        assertThat(events.listArchives(r -> r.namePrefix("ord")).archives())
                .extracting(Archive::archiveName)
                .containsExactly("orders");
        assertThat(events.listArchives(r -> r.eventSourceArn(busArn("default"))).archives())
                .hasSize(1);
        assertThat(events.listArchives(r -> r.namePrefix("x")).archives()).isEmpty();

        events.updateArchive(r -> r.archiveName("orders").description("changed"));
        DescribeArchiveResponse archive = events.describeArchive(r -> r.archiveName("orders"));
        assertThat(archive.description()).isEqualTo("changed");
        assertThat(archive.retentionDays()).isEqualTo(2);

        events.deleteArchive(r -> r.archiveName("orders"));
        assertThat(events.listArchives(r -> {}).archives()).isEmpty();
    }

    @Test
    void archivesThatCannotBeAreRefused() {
        archive();
        assertRefused("ResourceAlreadyExistsException", "Archive orders already exists.", this::archive);
        assertRefused(
                "ResourceNotFoundException",
                "Event bus shop does not exist.",
                () -> events.listArchives(r -> r.eventSourceArn(busArn("shop"))));
        assertRefused(
                "ResourceNotFoundException",
                "Event bus shop does not exist.",
                () -> events.createArchive(r -> r.archiveName("a").eventSourceArn(busArn("shop"))));
        assertRefused(
                "ValidationException",
                "At least one of EventPattern, RetentionDays or Description must be provided.",
                () -> events.updateArchive(r -> r.archiveName("gone")));
        assertRefused(
                "ResourceNotFoundException",
                "Archive gone does not exist.",
                () -> events.describeArchive(r -> r.archiveName("gone")));
        assertThat(AwsError.of(() -> events.createArchive(r -> r.archiveName("a")
                                .eventSourceArn(busArn("default"))
                                .eventPattern("{}")))
                        .code())
                .isEqualTo("InvalidEventPatternException");
    }

    @Test
    void aReplayBringsEventsOnceMore() {
        archive();
        String id = put("{\"n\":1}");
        put("{\"n\":2}");
        messages("orders");
        emulator.advanceSeconds(60);

        StartReplayResponse started = replay("again");
        assertThat(started.state()).isEqualTo(ReplayState.STARTING);
        assertThat(started.replayArn()).isEqualTo("arn:aws:events:us-east-1:000000000000:replay/again");
        advance(Duration.ofSeconds(5));

        List<String> bodies = bodies("orders");
        assertThat(bodies).hasSize(2).allMatch(body -> body.contains("\"replay-name\":\"again\""));
        assertThat(bodies).anyMatch(body -> body.contains(id));
        DescribeReplayResponse replay = described("again");
        assertThat(replay.state()).isEqualTo(ReplayState.COMPLETED);
        assertThat(replay.eventLastReplayedTime()).isNotNull();
        assertThat(replay.replayEndTime()).isAfter(replay.replayStartTime());
        assertThat(replay.destination().arn()).isEqualTo(busArn("default"));
        assertThat(events.listReplays(r -> r.namePrefix("ag")).replays()).hasSize(1);
        assertThat(events.describeArchive(r -> r.archiveName("orders")).eventCount())
                .isEqualTo(2);
    }

    @Test
    void aReplayMayBeForSomeRulesOnly() {
        archive();
        put("{}");
        messages("orders");
        events.putRule(r -> r.name("second").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("second").targets(target("q", queue("second"))));
        emulator.advanceSeconds(60);

        events.startReplay(r -> r.replayName("some")
                .eventSourceArn(ARN)
                .eventStartTime(emulator.now().minusSeconds(3600))
                .eventEndTime(emulator.now())
                .destination(d -> d.arn(busArn("default")).filterArns(ruleArn("second"))));
        advance(Duration.ofSeconds(5));

        assertThat(messages("orders")).isEmpty();
        assertThat(messages("second")).hasSize(1);
    }

    @Test
    void aReplayIsCancelled() {
        archive();
        put("{}");
        messages("orders");
        emulator.advanceSeconds(60);
        replay("again");

        assertThat(events.cancelReplay(r -> r.replayName("again")).state()).isEqualTo(ReplayState.CANCELLING);
        assertThat(described("again").state()).isEqualTo(ReplayState.CANCELLING);
        advance(Duration.ofSeconds(5));

        assertThat(described("again").state()).isEqualTo(ReplayState.CANCELLED);
        assertThat(messages("orders")).isEmpty();
        assertThat(AwsError.of(() -> events.cancelReplay(r -> r.replayName("again")))
                        .code())
                .isEqualTo("IllegalStatusException");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void aReplayThatEndsBeforeItStartsIsRefused(int seconds) {
        archive();
        Instant now = emulator.now();

        assertRefused(
                "ValidationException",
                "Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.",
                () -> events.startReplay(r -> r.replayName("again")
                        .eventSourceArn(ARN)
                        .eventStartTime(now)
                        .eventEndTime(now.minusSeconds(seconds))
                        .destination(d -> d.arn(busArn("default")))));
    }

    @Test
    void replaysThatCannotBeAreRefused() {
        assertRefused(
                "ValidationException",
                "Parameter EventSourceArn is not valid. Reason: Archive orders does not exist.",
                () -> replay("again"));
        assertRefused("ResourceNotFoundException", "Replay again does not exist.", () -> described("again"));
        archive();
        replay("again");
        assertRefused("ResourceAlreadyExistsException", "Replay again already exists.", () -> replay("again"));
        for (int i = 1; i < 10; i++) {
            replay("replay-" + i);
        }
        assertRefused(
                "LimitExceededException",
                "The requested resource exceeds the maximum number allowed.",
                () -> replay("one-more"));
    }
}

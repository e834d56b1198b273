package io.vaportrail.trail.insights;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sqs.QueueDoesNotExist;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.trail.store.TrailFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsightsTest {
    private static final Caller MIKE = Caller.user(ACCOUNT, "mike", "mike");

    private final TrailFixture trail = new TrailFixture();
    private final Set<InsightKind> wanted = EnumSet.allOf(InsightKind.class);
    private final Insights insights = new Insights(trail.store, trail.clock, new SeededIds(3), new InsightDemand() {
        @Override
        public boolean any() {
            return !wanted.isEmpty();
        }

        @Override
        public boolean wants(InsightKind kind, String accountId, String region) {
            return wanted.contains(kind);
        }
    });

    private void record(Caller caller, OperationSchema<?, ?> operation, int times, @Nullable ServiceException error) {
        for (int i = 0; i < times; i++) {
            Call call = call(operation, caller);
            trail.store.record(call, null, null, error);
            insights.recorded(call);
        }
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        insights.log().after(0).forEach(event -> events.add(event.json()));
        return events;
    }

    @Test
    void aBurstIsToldWhenItsMinuteIsOverAndAgainWhenItHasEnded() {
        trail.clock.advance(Duration.ofSeconds(54)); // to the full minute, nearly
        record(SARAH, SqsService.CREATE_QUEUE, 8, null);
        record(MIKE, SqsService.CREATE_QUEUE, 12, QueueDoesNotExist.of("x"));
        trail.clock.advance(Duration.ofSeconds(58));
        assertThat(events()).isEmpty();
        trail.clock.advance(Duration.ofSeconds(2));
        wanted.remove(InsightKind.ERROR_RATE);
        assertThat(events()).hasSize(2);
        String start = events().get(0);
        assertThat(start)
                .startsWith(
                        "{\"eventVersion\":\"1.11\",\"eventTime\":\"2026-03-09T14:06:00Z\",\"awsRegion\":\"eu-west-1\",")
                .contains(
                        "\"eventType\":\"AwsCloudTrailInsight\",\"recipientAccountId\":\"111122223333\",\"sharedEventID\":\"")
                .contains("\"insightDetails\":{\"state\":\"Start\",\"eventSource\":\"sqs.amazonaws.com\","
                        + "\"eventName\":\"CreateQueue\",\"insightType\":\"ApiCallRateInsight\",\"insightContext\":"
                        + "{\"statistics\":{\"baseline\":{\"average\":0},\"insight\":{\"average\":20},"
                        + "\"insightDuration\":1,\"baselineDuration\":10080},\"attributions\":["
                        + "{\"attribute\":\"userIdentityArn\",\"insight\":["
                        + "{\"value\":\"arn:aws:iam::111122223333:user/mike\",\"average\":12},"
                        + "{\"value\":\"arn:aws:iam::111122223333:user/sarah\",\"average\":8}],\"baseline\":[]},"
                        + "{\"attribute\":\"userAgent\",\"insight\":[{\"value\":\"aws-cli/2.15.0\",\"average\":20}],"
                        + "\"baseline\":[]},{\"attribute\":\"errorCode\",\"insight\":[{\"value\":\"QueueDoesNotExist\","
                        + "\"average\":12},{\"value\":\"null\",\"average\":8}],\"baseline\":[]}]}},"
                        + "\"eventCategory\":\"Insight\"}");
        assertThat(events().get(1))
                .contains("\"insightType\":\"ApiErrorRateInsight\",\"errorCode\":\"QueueDoesNotExist\",")
                .doesNotContain("\"attribute\":\"errorCode\"");
        trail.clock.advance(Duration.ofMinutes(1));
        assertThat(events()).hasSize(4);
        assertThat(events().get(2))
                .contains("\"eventTime\":\"2026-03-09T14:07:00Z\"")
                .contains("\"state\":\"End\"")
                .contains(start.substring(start.indexOf("\"sharedEventID\""), start.indexOf("\"insightDetails\"")));
        assertThat(trail.clock.timers()).isZero();
    }

    @Test
    void theBaselineIsWhatWasRecordedBefore() {
        wanted.clear();
        record(SARAH, SqsService.CREATE_QUEUE, 7, null);
        trail.clock.advance(Duration.ofDays(1));
        wanted.add(InsightKind.CALL_RATE);
        record(SARAH, SqsService.CREATE_QUEUE, 10, null);
        trail.clock.advance(Duration.ofMinutes(1));
        assertThat(events()).hasSize(1);
        assertThat(events().get(0))
                .contains("\"baseline\":{\"average\":0.0006944444}")
                .contains("\"baseline\":[{\"value\":\"aws-cli/2.15.0\",\"average\":0.0006944444}]");
    }

    @Test
    void readsAndDataEventsAreNoCallRate() {
        record(SARAH, SqsService.SEND_MESSAGE, 50, null);
        assertThat(trail.clock.timers()).isZero();
        record(SARAH, io.vaportrail.model.kms.KmsService.LIST_KEYS, 50, null);
        trail.clock.advance(Duration.ofMinutes(5));
        assertThat(events()).isEmpty();
    }

    @Test
    void nothingIsDoneForNobody() {
        wanted.clear();
        record(SARAH, SqsService.CREATE_QUEUE, 50, null);
        assertThat(trail.clock.timers()).isZero();
    }

    @Test
    void aWeekCostsWhatHappensInIt() {
        record(SARAH, SqsService.CREATE_QUEUE, 50, null);
        trail.clock.advance(Duration.ofDays(7));
        assertThat(events()).hasSize(2);
        assertThat(trail.clock.timers()).isZero();
    }

    @Test
    void aResetForgets() {
        record(SARAH, SqsService.CREATE_QUEUE, 50, null);
        trail.clock.advance(Duration.ofMinutes(1));
        insights.reset("444455556666");
        assertThat(events()).hasSize(1);
        insights.reset(ACCOUNT);
        assertThat(events()).isEmpty();
        trail.clock.advance(Duration.ofMinutes(5));
        assertThat(events()).isEmpty();
        record(SARAH, SqsService.CREATE_QUEUE, 50, null);
        trail.clock.reset();
        trail.clock.freeze();
        insights.reset(null);
        trail.store.reset(null);
        record(SARAH, SqsService.CREATE_QUEUE, 50, null);
        trail.clock.advance(Duration.ofMinutes(1));
        assertThat(events()).hasSize(1);
    }
}

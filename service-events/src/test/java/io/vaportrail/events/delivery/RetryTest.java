package io.vaportrail.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.pattern.EventPattern;
import io.vaportrail.events.status.EventsMetrics;
import io.vaportrail.events.store.Buses;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.events.store.Rule;
import io.vaportrail.events.store.RuleSettings;
import io.vaportrail.events.store.RuleTarget;
import io.vaportrail.model.events.DeadLetterConfig;
import io.vaportrail.model.events.RetryPolicy;
import io.vaportrail.model.events.RuleState;
import io.vaportrail.model.events.Target;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.support.StandInCalls;
import io.vaportrail.support.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deliveries that fail are tried again as long as that may help, and then given up. */
class RetryTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:busy";
    private static final String DEAD = "arn:aws:sqs:us-east-1:000000000000:dead";

    private final Surroundings surroundings =
            new Surroundings(START).calling(new StandInCalls().on(SqsService.SEND_MESSAGE, this::send));
    private final EmulatorClock clock = surroundings.clock;
    private final Buses buses = new Buses(clock, StateLog.NONE);
    private final Router router = new Router(surroundings.context(), buses, new EventsMetrics(MetricSink.NONE));
    private final List<Instant> attempts = new ArrayList<>();
    private final List<SendMessageRequest> dead = new ArrayList<>();
    private @Nullable ServiceException failure;

    /** Two queues, one of which fails as it is told. */
    private SendMessageResult send(SendMessageRequest request) {
        if (request.queueUrl().endsWith("/dead")) {
            dead.add(request);
            return SendMessageResult.builder().build();
        }
        attempts.add(clock.now());
        if (failure != null) {
            throw failure;
        }
        return SendMessageResult.builder().build();
    }

    private void put(@Nullable RetryPolicy policy) {
        EventBus bus = buses.get(null, ACCOUNT, REGION);
        RuleSettings settings =
                new RuleSettings(EventPattern.compile("{\"source\":[\"s\"]}"), null, RuleState.ENABLED, null, null);
        Rule rule = bus.put(new Rule(bus, "rule", ACCOUNT, settings, Map.of()));
        Target target = Target.builder()
                .id("t")
                .arn(QUEUE)
                .retryPolicy(policy)
                .deadLetterConfig(DeadLetterConfig.builder().arn(DEAD).build())
                .build();
        EventsArn arn = Objects.requireNonNull(EventsArn.of(QUEUE));
        rule.changeTargets(all -> {
            all.put("t", new RuleTarget(target, arn, (event, json, name) -> json, "stream"));
            return all;
        });
        Event event = new Event(
                "id", "s", "d", ACCOUNT, clock.now(), REGION, List.of(), "{}", null, clock.now(), null, false);
        router.trigger(rule, event);
    }

    private static ServiceException busy() {
        return CommonError.receiver("ServiceUnavailable", 503, "busy");
    }

    private String attribute(String name) {
        var attributes = Objects.requireNonNull(dead.get(0).messageAttributes());
        return String.valueOf(Objects.requireNonNull(attributes.get(name), name).stringValue());
    }

    @Test
    void whatFailsForNowIsTriedAgainUntilItSucceeds() {
        failure = busy();
        put(null);
        clock.advance(Duration.ofSeconds(10));
        assertThat(attempts).hasSizeBetween(3, 4);

        failure = null;
        clock.advance(Duration.ofMinutes(1));
        int tried = attempts.size();
        clock.advance(Duration.ofDays(2));

        assertThat(attempts).hasSize(tried);
        assertThat(dead).isEmpty();
    }

    @Test
    void attemptsComeAfterLongerAndLongerTimes() {
        failure = busy();
        put(null);
        clock.advance(Duration.ofHours(3));

        for (int i = 1; i <= 9; i++) {
            long delay = Duration.between(attempts.get(i - 1), attempts.get(i)).toMillis();
            long least = Math.min(480_000L, 1000L << (i - 1));
            assertThat(delay).as("delay " + i).isBetween(least, least + least / 4);
        }
    }

    @Test
    void aDayAndAHundredAndEightyFiveRetriesAreTheMost() {
        failure = busy();
        put(null);
        clock.advance(Duration.ofDays(2));

        assertThat(attempts.size()).isBetween(150, 186);
        assertThat(attempts.get(attempts.size() - 1)).isBefore(START.plus(Duration.ofDays(1)));
        assertThat(dead).hasSize(1);
        assertThat(attribute("ERROR_CODE")).isEqualTo("ERROR_FROM_TARGET");
        assertThat(attribute("ERROR_MESSAGE")).isEqualTo("busy");
        assertThat(attribute("RETRY_ATTEMPTS")).isEqualTo(Integer.toString(attempts.size() - 1));
    }

    @Test
    void theTargetSaysHowOften() {
        failure = busy();
        put(RetryPolicy.builder().maximumRetryAttempts(2).build());
        clock.advance(Duration.ofDays(2));

        assertThat(attempts).hasSize(3);
        assertThat(attribute("EXHAUSTED_RETRY_CONDITION")).isEqualTo("MaximumRetryAttempts");
        assertThat(attribute("RETRY_ATTEMPTS")).isEqualTo("2");
    }

    @Test
    void theTargetSaysHowLong() {
        failure = busy();
        put(RetryPolicy.builder().maximumEventAgeInSeconds(60).build());
        clock.advance(Duration.ofDays(2));

        assertThat(attempts).hasSizeBetween(6, 7);
        assertThat(attribute("EXHAUSTED_RETRY_CONDITION")).isEqualTo("MaximumEventAgeInSeconds");
    }

    @Test
    void withoutRetriesOneAttemptIsAll() {
        failure = busy();
        put(RetryPolicy.builder().maximumRetryAttempts(0).build());

        assertThat(attempts).hasSize(1);
        assertThat(dead).hasSize(1);
    }

    @Test
    void whatCannotSucceedIsNotTriedAgain() {
        failure = CommonError.sender("InvalidParameterValue", 400, "no");
        put(null);
        clock.advance(Duration.ofDays(2));

        assertThat(attempts).hasSize(1);
        assertThat(attribute("ERROR_CODE")).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void throttlingIsTriedAgain() {
        failure = CommonError.sender("ThrottlingException", 400, "slowly");
        put(RetryPolicy.builder().maximumRetryAttempts(1).build());
        clock.advance(Duration.ofMinutes(1));

        assertThat(attempts).hasSize(2);
        assertThat(attribute("ERROR_CODE")).isEqualTo("THROTTLING");
    }
}

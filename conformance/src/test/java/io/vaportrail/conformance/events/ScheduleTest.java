package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** Rules that fire on their own as time passes. */
class ScheduleTest extends EventsTest {
    private void schedule(String expression) {
        events.putRule(r -> r.name("tick").scheduleExpression(expression));
        events.putTargets(r -> r.rule("tick").targets(target("queue", queue("tick"))));
    }

    /** The times of all events that have come. */
    private List<Instant> times() {
        List<Instant> times = new ArrayList<>();
        List<Message> some;
        while (!(some = messages("tick")).isEmpty()) {
            some.forEach(
                    m -> times.add(Instant.parse(String.valueOf(json(m.body()).get("time")))));
        }
        times.sort(null);
        return times;
    }

    @Test
    void anEventOfAScheduleNamesItsRule() {
        schedule("rate(1 minute)");

        advance(Duration.ofSeconds(60));

        Map<String, @Nullable Object> event = onlyEvent("tick");
        assertThat(event)
                .containsEntry("source", "aws.events")
                .containsEntry("detail-type", "Scheduled Event")
                .containsEntry("account", ACCOUNT)
                .containsEntry("resources", List.of(ruleArn("tick")))
                .containsEntry("detail", Map.of());
        assertThat(metric("TriggeredRules", "tick")).isEqualTo(1);
    }

    @Test
    void aRateOfFiveMinutesFiresTwelveTimesAnHour() {
        Instant start = emulator.now();
        schedule("rate(5 minutes)");

        advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(times()).isEmpty();

        advance(Duration.ofMinutes(55).plusSeconds(1));
        assertThat(times())
                .hasSize(12)
                .startsWith(start.plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.SECONDS))
                .endsWith(start.plus(Duration.ofMinutes(60)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void aCronExpressionFiresInUtc() {
        Instant midnight = emulator.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        schedule("cron(0/30 9-10 ? * * *)");

        advance(Duration.between(emulator.now(), midnight));
        times();
        advance(Duration.ofDays(1));

        assertThat(times())
                .containsExactly(
                        midnight.plus(Duration.ofMinutes(540)),
                        midnight.plus(Duration.ofMinutes(570)),
                        midnight.plus(Duration.ofMinutes(600)),
                        midnight.plus(Duration.ofMinutes(630)));
    }

    @Test
    void aRuleThatIsDisabledOrGoneDoesNotFire() {
        schedule("rate(1 minute)");
        events.disableRule(r -> r.name("tick"));
        advance(Duration.ofMinutes(5));
        assertThat(times()).isEmpty();

        events.enableRule(r -> r.name("tick"));
        advance(Duration.ofMinutes(2));
        assertThat(times()).hasSize(2);

        events.putRule(r -> r.name("tick").scheduleExpression("rate(1 hour)"));
        advance(Duration.ofMinutes(59));
        assertThat(times()).isEmpty();

        events.removeTargets(r -> r.rule("tick").ids("queue"));
        events.deleteRule(r -> r.name("tick"));
        advance(Duration.ofHours(3));
        assertThat(times()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minute)",
                "rate(5 hours)",
                "cron(* * ? * SAT#3 *)",
                "cron(0 10 * * ? *)",
                "cron(0 18 ? * MON-FRI *)",
                "cron(0 8 1 * ? *)",
                "cron(0/10 * ? * MON-FRI *)",
                "cron(0/5 5 ? JAN 1-5 2022)",
                "cron(15 10 ? * 6L 2002-2005)",
                "cron(5,35 14 * * ? *)",
                "cron(0 0 LW * ? *)",
                "cron(0 0 15W * ? *)",
            })
    void expressionsOfAwsAreTaken(String expression) {
        schedule(expression);

        assertThat(events.listRules(r -> {}).rules().get(0).scheduleExpression())
                .isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(1 minutes)",
                "rate(5 minute)",
                "rate(0 minutes)",
                "rate(5 seconds)",
                "rate( 5 minutes)",
                "every 5 minutes",
                "cron(0 10 * * * *)",
                "cron(0 10 ? * ? *)",
                "cron(0 10 * * ?)",
                "cron(60 10 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 10 32 * ? *)",
                "cron(0 10 ? * 8 *)",
                "cron(0 10 * 13 ? *)",
                "cron(0 10 ? * 6#6 *)",
                "cron(0 10 * * ? 1969)",
                "cron(a b c d e f)",
            })
    void otherExpressionsAreRefused(String expression) {
        assertRefused(
                "ValidationException",
                "Parameter ScheduleExpression is not valid.",
                () -> events.putRule(r -> r.name("tick").scheduleExpression(expression)));
    }
}

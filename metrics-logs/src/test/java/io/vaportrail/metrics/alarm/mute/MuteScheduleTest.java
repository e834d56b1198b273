package io.vaportrail.metrics.alarm.mute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.model.cloudwatch.Schedule;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteScheduleTest {
    private static MuteSchedule schedule(String expression, String duration, @Nullable String zone) {
        return MuteSchedule.of(Schedule.builder()
                .expression(expression)
                .duration(duration)
                .timezone(zone)
                .build());
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    private static String open(MuteSchedule schedule, String time) {
        MuteRule rule = new MuteRule("r", null, schedule, Set.of("a"), null, null, 0, new TreeMap<>());
        MuteWindow window = rule.openAt(at(time));
        return window == null
                ? "closed"
                : Instant.ofEpochMilli(window.endMillis()).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 2026-11-21 is a Saturday.
                "cron(0 2 * * *)        | PT4H    |                  | 2026-11-21T01:59:59Z | closed",
                "cron(0 2 * * *)        | PT4H    |                  | 2026-11-21T02:00:00Z | 2026-11-21T06:00:00Z",
                "cron(0 2 * * *)        | PT4H    |                  | 2026-11-21T05:59:59Z | 2026-11-21T06:00:00Z",
                "cron(0 2 * * *)        | PT4H    |                  | 2026-11-21T06:00:00Z | closed",
                "cron(0 18 * * FRI)     | P2DT12H |                  | 2026-11-23T05:00:00Z | 2026-11-23T06:00:00Z",
                "cron(0 18 * * 5)       | P2DT12H |                  | 2026-11-23T06:00:00Z | closed",
                "cron(0 1 1 * *)        | PT6H    |                  | 2026-11-01T03:00:00Z | 2026-11-01T07:00:00Z",
                "cron(0 1 L * *)        | PT6H    |                  | 2026-11-30T03:00:00Z | 2026-11-30T07:00:00Z",
                "cron(0 1 L 2 *)        | PT6H    |                  | 2028-02-29T03:00:00Z | 2028-02-29T07:00:00Z",
                "cron(0/15 9-17 * * MON-FRI) | PT5M |                | 2026-11-20T17:46:00Z | 2026-11-20T17:50:00Z",
                "cron(0/15 9-17 * * MON-FRI) | PT5M |                | 2026-11-21T17:46:00Z | closed",
                "cron(0 0 13 * 5)       | P1D     |                  | 2026-11-20T12:00:00Z | 2026-11-21T00:00:00Z",
                "cron(0 0 ? JAN,DEC 0,7) | P1D    |                  | 2026-12-06T12:00:00Z | 2026-12-07T00:00:00Z",
                "cron(0 2 * * *)        | PT1H    | America/New_York | 2026-11-21T07:30:00Z | 2026-11-21T08:00:00Z",
                "cron(30 2 * * *)       | PT1H    | America/New_York | 2026-03-08T07:45:00Z | 2026-03-08T08:30:00Z",
                "cron(0 0 1 1 *)        | P15D    |                  | 2026-01-15T23:59:00Z | 2026-01-16T00:00:00Z",
                "at(2026-11-21T10:00)   | PT1M    |                  | 2026-11-21T10:00:59Z | 2026-11-21T10:01:00Z",
                "at(2026-11-21T10:00)   | PT1M    | Asia/Tokyo       | 2026-11-21T01:00:00Z | 2026-11-21T01:01:00Z",
                "at(2026-11-21T10:00)   | PT1M    |                  | 2026-11-22T10:00:00Z | closed",
            })
    void isOpen(String expression, String duration, @Nullable String zone, String time, String expected) {
        assertThat(open(schedule(expression, duration, zone), time)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(0 2 * *)          | PT1H   |       | Expression",
                "cron(60 2 * * *)       | PT1H   |       | Expression",
                "cron(0 2 * * FUN)      | PT1H   |       | Expression",
                "cron(0 9-5 * * *)      | PT1H   |       | Expression",
                "rate(5 minutes)        | PT1H   |       | Expression",
                "at(tomorrow)           | PT1H   |       | Expression",
                "at(2026-02-30T10:00)   | PT1H   |       | Expression",
                "cron(0 2 * * *)        | PT59S  |       | Duration",
                "cron(0 2 * * *)        | P15DT1M |      | Duration",
                "cron(0 2 * * *)        | 1 hour |       | Duration",
                "cron(0 2 * * *)        | PT1H   | Moon  | Timezone",
            })
    void refusesWhatIsNoSchedule(String expression, String duration, @Nullable String zone, String member) {
        assertThatThrownBy(() -> schedule(expression, duration, zone)).hasMessageStartingWith("Invalid " + member);
    }

    @Test
    void hasAStatus() {
        MuteRule once = new MuteRule(
                "r", null, schedule("at(2026-11-21T10:00)", "PT1H", null), Set.of(), null, null, 0, new TreeMap<>());
        assertThat(once.status(at("2026-11-21T09:59:59Z"))).isEqualTo("SCHEDULED");
        assertThat(once.status(at("2026-11-21T10:00:00Z"))).isEqualTo("ACTIVE");
        assertThat(once.status(at("2026-11-21T11:00:00Z"))).isEqualTo("EXPIRED");

        MuteRule daily = new MuteRule(
                "r",
                null,
                schedule("cron(0 10 * * *)", "PT1H", null),
                Set.of(),
                Instant.parse("2026-11-22T00:00:00Z"),
                Instant.parse("2026-11-24T10:30:00Z"),
                0,
                new TreeMap<>());
        assertThat(daily.status(at("2026-11-21T10:30:00Z"))).isEqualTo("SCHEDULED");
        assertThat(daily.status(at("2026-11-22T10:30:00Z"))).isEqualTo("ACTIVE");
        assertThat(daily.openAt(at("2026-11-24T10:10:00Z")))
                .isEqualTo(new MuteWindow("r", at("2026-11-24T10:00:00Z"), at("2026-11-24T10:30:00Z")));
        assertThat(daily.status(at("2026-11-24T10:30:00Z"))).isEqualTo("EXPIRED");
    }
}

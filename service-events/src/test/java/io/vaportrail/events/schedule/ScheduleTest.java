package io.vaportrail.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When schedules fire next. */
class ScheduleTest {
    private static String after(String expression, String start, String now) {
        long next = Schedule.parse(expression)
                .after(Instant.parse(start).toEpochMilli(), Instant.parse(now).toEpochMilli());
        return next == Schedule.NEVER ? "never" : Instant.ofEpochMilli(next).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron(15 10 * * ? *)         | 2026-11-21T10:14:59Z | 2026-11-21T10:15:00Z",
                "cron(15 10 * * ? *)         | 2026-11-21T10:15:00Z | 2026-11-22T10:15:00Z",
                "cron(0/10 * ? * MON-FRI *)  | 2026-11-21T12:00:00Z | 2026-11-23T00:00:00Z",
                "cron(5,35 14 * * ? *)       | 2026-11-21T14:05:00Z | 2026-11-21T14:35:00Z",
                "cron(0 18 ? * 6L *)         | 2026-11-01T00:00:00Z | 2026-11-27T18:00:00Z",
                "cron(0 2 ? * SAT#3 *)       | 2026-11-01T00:00:00Z | 2026-11-21T02:00:00Z",
                "cron(0 8 L * ? *)           | 2026-02-01T00:00:00Z | 2026-02-28T08:00:00Z",
                "cron(0 8 15W * ? *)         | 2026-08-01T00:00:00Z | 2026-08-14T08:00:00Z",
                "cron(0 8 1W * ? *)          | 2026-08-01T00:00:00Z | 2026-08-03T08:00:00Z",
                "cron(0 8 LW * ? *)          | 2026-05-01T00:00:00Z | 2026-05-29T08:00:00Z",
                "cron(0 0 29 2 ? *)          | 2026-03-01T00:00:00Z | 2028-02-29T00:00:00Z",
                "cron(0 0 31 * ? *)          | 2026-11-01T00:00:00Z | 2026-12-31T00:00:00Z",
                "cron(0 12 ? JAN 2 2030)     | 2026-11-21T00:00:00Z | 2030-01-07T12:00:00Z",
                "cron(0 12 ? JAN 2 2020)     | 2026-11-21T00:00:00Z | never",
                "cron(0 0 31 FEB ? *)        | 2026-11-21T00:00:00Z | never",
                "cron(30 22-2 * * ? *)       | 2026-11-21T22:30:00Z | 2026-11-21T23:30:00Z",
                "cron(0 0 ? * FRI-MON *)     | 2026-11-24T00:00:00Z | 2026-11-27T00:00:00Z",
            })
    void cronExpressionsFireNext(String expression, String now, String next) {
        assertThat(after(expression, now, now)).isEqualTo(next);
    }

    @Test
    void aRateCountsFromItsStart() {
        String start = "2026-11-21T10:00:30Z";

        assertThat(after("rate(5 minutes)", start, start)).isEqualTo("2026-11-21T10:05:30Z");
        assertThat(after("rate(5 minutes)", start, "2026-11-21T10:05:30Z")).isEqualTo("2026-11-21T10:10:30Z");
        assertThat(after("rate(5 minutes)", start, "2026-11-21T10:17:00Z")).isEqualTo("2026-11-21T10:20:30Z");
        assertThat(after("rate(1 day)", start, start)).isEqualTo("2026-11-22T10:00:30Z");
    }
}

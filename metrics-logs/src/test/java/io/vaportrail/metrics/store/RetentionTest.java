package io.vaportrail.metrics.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.metrics.statistic.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values age, on both sides of each bound. */
class RetentionTest {
    private static final long NOW = Instant.parse("2026-03-02T12:34:56Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "10800, 1", // three hours
        "10801, 60",
        "1296000, 60", // 15 days
        "1296001, 300",
        "5443200, 300", // 63 days
        "5443201, 3600",
        "39312000, 3600", // 455 days
        "39312001, 0",
    })
    void resolutionFollowsAge(long age, int resolution) {
        assertThat(Retention.resolution(age)).isEqualTo(resolution);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 60, 12:34:00",
        "PT360H, 60, 12:34:00",
        "PT360H1S, 60, 12:30:00",
        "PT1512H, 300, 12:30:00",
        "PT1512H1S, 300, 12:00:00",
        "PT10000H, 3600, 20:00:00",
        "PT0S, 1, 12:34:56",
        "PT0S, 5, 12:34:55",
        "PT0S, 10, 12:34:50",
        "PT0S, 30, 12:34:30",
    })
    void startsAreRoundedDownAsTheirAgeDemands(Duration age, int period, String start) {
        TimeRange range = TimeRange.of(NOW - age.toMillis(), NOW, period, NOW);

        assertThat(Instant.ofEpochSecond(range.start()).toString()).endsWith("T" + start + "Z");
    }

    @ParameterizedTest
    @CsvSource({
        "12:00:00, 12:00:00",
        "12:04:59, 12:00:00",
        "12:05:00, 12:05:00",
        "12:09:59, 12:05:00",
        "12:10:00, outside",
        "11:59:59, outside",
    })
    void startsAreInclusiveAndEndsExclusive(String time, String period) {
        TimeRange range = new TimeRange(seconds("12:00:00"), seconds("12:10:00"), 300);

        assertThat(range.periodOf(seconds(time)))
                .isEqualTo(period.equals("outside") ? TimeRange.OUTSIDE : seconds(period));
    }

    private static long seconds(String time) {
        return Instant.parse("2026-03-02T" + time + "Z").getEpochSecond();
    }
}

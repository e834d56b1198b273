package io.vaportrail.metrics.alarm.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vaportrail.metrics.query.Datapoint;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BandModelTest {
    private static final long HOUR = 3_600_000;

    private static List<Datapoint> hourly(int hours, IntToDoubleFunction value) {
        List<Datapoint> history = new ArrayList<>();
        for (int hour = 0; hour < hours; hour++) {
            history.add(new Datapoint(hour * HOUR, value.applyAsDouble(hour)));
        }
        return history;
    }

    private static BandModel learned(List<Datapoint> history, boolean spikes) {
        return Objects.requireNonNull(BandModel.learn(history, ZoneOffset.UTC, spikes));
    }

    @Test
    void needsTwentyFourPoints() {
        assertThat(BandModel.learn(hourly(23, hour -> 1), ZoneOffset.UTC, false))
                .isNull();
        assertThat(BandModel.learn(hourly(24, hour -> 1), ZoneOffset.UTC, false))
                .isNotNull();
    }

    @Test
    void isTheMeanAndTheDeviationOfAShortHistory() {
        BandModel model = learned(hourly(30, hour -> hour % 2 == 0 ? 8 : 12), false);

        assertThat(model.lower(0, 2)).isCloseTo(6, within(1e-9));
        assertThat(model.upper(0, 2)).isCloseTo(14, within(1e-9));
    }

    @Test
    void knowsTheHoursOfTheDayAfterThreeDays() {
        BandModel model = learned(hourly(24 * 4, hour -> hour % 24 == 9 ? 100 : 10), false);

        assertThat(model.upper(9 * HOUR, 3)).isCloseTo(100, within(1e-9));
        assertThat(model.upper(10 * HOUR, 3)).isCloseTo(10, within(1e-9));
    }

    @Test
    void knowsTheHoursOfItsTimeZone() {
        BandModel model = Objects.requireNonNull(
                BandModel.learn(hourly(24 * 4, hour -> hour % 24 == 9 ? 100 : 10), ZoneId.of("Asia/Kolkata"), false));

        assertThat(model.upper(9 * HOUR, 3)).isCloseTo(100, within(1e-9));
    }

    @Test
    void widensTheHoursThatHaveSpikes() {
        List<Datapoint> history = hourly(24 * 4, hour -> hour % 24 == 9 ? hour % 48 == 9 ? 100 : 0 : 10);

        assertThat(learned(history, false).upper(10 * HOUR, 1)).isGreaterThan(19);
        assertThat(learned(history, true).upper(10 * HOUR, 1)).isCloseTo(10, within(1e-9));
        assertThat(learned(history, true).upper(9 * HOUR, 1)).isCloseTo(100, within(1e-9));
    }
}

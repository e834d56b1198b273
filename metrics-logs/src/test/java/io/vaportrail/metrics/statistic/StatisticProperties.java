package io.vaportrail.metrics.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.metrics.MetricsFixture;
import io.vaportrail.metrics.publish.MetricIntake;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Every statistic against a computation that spells every single value out. */
class StatisticProperties {
    private static final MetricId METRIC = MetricsFixture.id("m");

    private static double read(List<Integer> values, int times, String statistic) {
        MetricsFixture fixture = new MetricsFixture();
        for (int value : values) {
            fixture.intake.add(
                    new MetricIntake.Point(METRIC, MetricsFixture.START, false, MetricUnit.NONE), value / 4.0, times);
        }
        var points =
                fixture.reader.read(METRIC, statistic, MetricsFixture.START, MetricsFixture.START + 60_000, 60, null);
        assertThat(points).hasSize(1);
        return points.get(0).value();
    }

    private static List<Double> spelled(List<Integer> values, int times) {
        List<Double> all = new ArrayList<>();
        for (int value : values) {
            for (int i = 0; i < times; i++) {
                all.add(value / 4.0);
            }
        }
        all.sort(null);
        return all;
    }

    @Property(tries = 200)
    void basics(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -400, max = 400) Integer> values,
            @ForAll @IntRange(min = 1, max = 4) int times) {
        List<Double> all = spelled(values, times);
        double sum = all.stream().mapToDouble(Double::doubleValue).sum();

        assertThat(read(values, times, "SampleCount")).isEqualTo(all.size());
        assertThat(read(values, times, "Sum")).isCloseTo(sum, within(1e-6));
        assertThat(read(values, times, "Average")).isCloseTo(sum / all.size(), within(1e-6));
        assertThat(read(values, times, "Minimum")).isEqualTo(all.get(0));
        assertThat(read(values, times, "Maximum")).isEqualTo(all.get(all.size() - 1));
    }

    @Property(tries = 200)
    void percentiles(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 400) Integer> values,
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll @IntRange(min = 1, max = 99) int percentage) {
        List<Double> all = spelled(values, times);
        int rank = (int) Math.ceil(all.size() * percentage / 100.0 - 1e-9);

        assertThat(read(values, times, "p" + percentage)).isEqualTo(all.get(Math.max(1, rank) - 1));
        assertThat(read(values, times, "p0")).isEqualTo(all.get(0));
        assertThat(read(values, times, "p100")).isEqualTo(all.get(all.size() - 1));
    }

    /** Each value is a strip of width 1; bounds cut strips. */
    private static double[] trimmed(List<Double> all, double from, double to) {
        double count = 0;
        double sum = 0;
        for (int i = 0; i < all.size(); i++) {
            double left = Math.max(i, all.size() * from / 100);
            double right = Math.min(i + 1, all.size() * to / 100);
            if (right > left) {
                count += right - left;
                sum += (right - left) * all.get(i);
            }
        }
        return new double[] {count, sum};
    }

    @Property(tries = 200)
    void trimmedByPercentiles(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 400) Integer> values,
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll @IntRange(min = 0, max = 49) int low,
            @ForAll @IntRange(min = 51, max = 100) int high) {
        List<Double> all = spelled(values, times);
        double[] part = trimmed(all, low, high);
        String range = "(" + low + "%:" + high + "%)";

        assertThat(read(values, times, "TC" + range)).isCloseTo(part[0], within(1e-6));
        assertThat(read(values, times, "TS" + range)).isCloseTo(part[1], within(1e-6));
        assertThat(read(values, times, "TM" + range)).isCloseTo(part[1] / part[0], within(1e-6));
        double[] upTo = trimmed(all, 0, high);
        assertThat(read(values, times, "tm" + high)).isCloseTo(upTo[1] / upTo[0], within(1e-6));
        double[] middle = trimmed(all, 25, 75);
        assertThat(read(values, times, "IQM")).isCloseTo(middle[1] / middle[0], within(1e-6));
    }

    @Property(tries = 200)
    void trimmedByValues(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 400) Integer> values,
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll @DoubleRange(min = 0, max = 40) double low,
            @ForAll @DoubleRange(min = 41, max = 100) double high) {
        double from = Math.rint(low * 10) / 10;
        double to = Math.rint(high * 10) / 10;
        List<Double> all = spelled(values, times);
        List<Double> inside =
                all.stream().filter(value -> value > from && value <= to).toList();
        String range = "(" + from + ":" + to + ")";
        double clamped = all.stream()
                .mapToDouble(value -> Math.max(from, Math.min(to, value)))
                .average()
                .orElseThrow();

        assertThat(read(values, times, "TC" + range)).isEqualTo(inside.size());
        assertThat(read(values, times, "TS" + range))
                .isCloseTo(inside.stream().mapToDouble(Double::doubleValue).sum(), within(1e-6));
        assertThat(read(values, times, "PR" + range)).isCloseTo(100.0 * inside.size() / all.size(), within(1e-6));
        assertThat(read(values, times, "WM" + range)).isCloseTo(clamped, within(1e-6));
    }

    @Property(tries = 100)
    void winsorizedByPercentiles(
            @ForAll @Size(value = 20) List<@IntRange(min = 0, max = 400) Integer> values,
            @ForAll @IntRange(min = 0, max = 9) int tenths) {
        // Bounds that fall between values, so that every single one is inside or outside.
        List<Double> all = spelled(values, 1);
        int cut = tenths;
        double low = all.get(Math.max(0, cut - 1));
        double high = all.get(19 - cut);
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += i < cut ? low : i >= 20 - cut ? high : all.get(i);
        }

        assertThat(read(values, 1, "WM(" + 5 * cut + "%:" + (100 - 5 * cut) + "%)"))
                .isCloseTo(sum / 20, within(1e-6));
    }

    @net.jqwik.api.Example
    void refusesWhatIsNoStatistic() {
        for (String text : List.of(
                "",
                "sum",
                "p",
                "p101",
                "p-1",
                "p99.",
                "p50)",
                "p(50",
                "TM(:)",
                "TM(10%:90)",
                "TM(90%:10%)",
                "PR(1%:2%)",
                "tm(10%:90%)",
                "TM90",
                "iqm",
                "p1.12345678901",
                "WM(10:)x")) {
            assertThat(Statistic.parse(text)).as(text).isNull();
        }
        for (String text :
                List.of("p99.99", "p(50)", "TM(2%:98%)", "TM(150:1000)", "TC(80:)", "TS(80%:)", "PR(:300)")) {
            assertThat(Objects.requireNonNull(Statistic.parse(text)).name()).isEqualTo(text);
        }
    }
}

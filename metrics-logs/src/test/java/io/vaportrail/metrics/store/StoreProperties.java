package io.vaportrail.metrics.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.metrics.MetricsFixture;
import io.vaportrail.metrics.query.Datapoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StoreProperties {
    private static final MetricId METRIC = MetricsFixture.id("m");
    private static final long START = MetricsFixture.START / 1000;

    /** Values at random times of two hours, in any order. */
    @Property(tries = 100)
    void holdsWhatWasPut(
            @ForAll @Size(min = 1, max = 1500) List<@IntRange(min = 0, max = 7199) Integer> times,
            @ForAll @IntRange(min = 1, max = 7) int kinds) {
        MetricsFixture fixture = new MetricsFixture();
        Map<Long, Double> expected = new TreeMap<>();
        int number = 0;
        for (int time : times) {
            double value = number++ % kinds;
            fixture.store.add(METRIC, START - 7200 + time, MetricUnit.NONE, value, 1);
            expected.merge((long) (START - 7200 + time) / 60 * 60 * 1000, value, Double::sum);
        }
        Map<Long, Double> found = new TreeMap<>();
        fixture.reader
                .read(METRIC, "Sum", (START - 7200) * 1000, START * 1000, 60, null)
                .forEach(point -> found.put(point.timestampMillis(), point.value()));

        assertThat(found).isEqualTo(expected);
        assertThat(fixture.reader.read(METRIC, "SampleCount", (START - 7200) * 1000, START * 1000, 7200, null))
                .extracting(Datapoint::value)
                .containsExactly((double) times.size());
    }

    /** Rolling values up as they age changes nothing that can be read. */
    @Property(tries = 60)
    void rollingUpShowsNowhere(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 10_000) Integer> times,
            @ForAll @IntRange(min = 0, max = 470) int days) {
        MetricsFixture fixture = new MetricsFixture();
        for (int time : times) {
            fixture.store.add(METRIC, START - time, MetricUnit.NONE, time % 13, 1);
            fixture.store.addSet(METRIC, START - 2L * time, MetricUnit.NONE, new SetOfValues(2, 5, 1, 4));
        }
        fixture.clock.advance(Duration.ofDays(days).plusMinutes(17));
        List<List<Datapoint>> before = readAll(fixture);
        Series series = java.util.Objects.requireNonNull(fixture.store.find(METRIC));
        long points = series.points();
        series.rollUp(fixture.clock.millis() / 1000);

        assertThat(readAll(fixture)).isEqualTo(before);
        assertThat(series.points()).isLessThanOrEqualTo(points);
        assertThat(series.isEmpty()).isEqualTo(days > 456 || series.points() == 0);
    }

    private static List<List<Datapoint>> readAll(MetricsFixture fixture) {
        List<List<Datapoint>> all = new ArrayList<>();
        for (int period : new int[] {1, 30, 60, 300, 900, 3600}) {
            for (String statistic : List.of("Sum", "SampleCount", "Minimum", "Maximum")) {
                all.add(fixture.reader.read(
                        METRIC, statistic, (START - 30_000) * 1000, (START + 4000) * 1000, period, null));
            }
        }
        return all;
    }

    @Example
    void periodsMustSuitTheAgeOfTheValues() {
        MetricsFixture fixture = new MetricsFixture();
        fixture.store.add(METRIC, START - 1, MetricUnit.NONE, 1, 1);
        assertThat(sums(fixture, 1)).hasSize(1);
        fixture.clock.advance(Duration.ofHours(4));
        assertThat(sums(fixture, 1)).isEmpty();
        assertThat(sums(fixture, 60)).hasSize(1);
        fixture.clock.advance(Duration.ofDays(16));
        assertThat(sums(fixture, 60)).isEmpty();
        assertThat(sums(fixture, 300)).hasSize(1);
        fixture.clock.advance(Duration.ofDays(50));
        assertThat(sums(fixture, 300)).isEmpty();
        assertThat(sums(fixture, 3600)).hasSize(1);
        fixture.clock.advance(Duration.ofDays(400));
        assertThat(sums(fixture, 3600)).isEmpty();
    }

    private static List<Datapoint> sums(MetricsFixture fixture, int period) {
        return fixture.reader.read(METRIC, "Sum", (START - 7200) * 1000, (START + 3600) * 1000, period, null);
    }

    @Example
    void staysWithinItsMemory() {
        MetricsFixture fixture = new MetricsFixture(1 << 20);
        for (int i = 0; i < 300_000; i++) {
            fixture.store.add(MetricsFixture.id("m" + i % 50), START - 300_000 + i, MetricUnit.NONE, i, 1);
        }

        assertThat(fixture.store.bytes()).isPositive().isLessThanOrEqualTo(1 << 20);
        assertThat(fixture.store.evictedBytes()).isPositive();
        assertThat(fixture.reader.read(
                        MetricsFixture.id("m49"), "Maximum", (START - 60) * 1000, START * 1000, 60, null))
                .extracting(Datapoint::value)
                .containsExactly(299_999.0);
    }

    @Example
    void metricsAloneStayWithinTheMemoryToo() {
        MetricsFixture fixture = new MetricsFixture(1 << 20);
        for (int i = 0; i < 20_000; i++) {
            fixture.store.add(MetricsFixture.id("m" + i), START, MetricUnit.NONE, i, 1);
        }

        assertThat(fixture.store.bytes()).isPositive().isLessThanOrEqualTo(1 << 20);
    }

    @Example
    void takesFewBytesForAValue() {
        MetricsFixture fixture = new MetricsFixture();
        for (int i = 0; i < 100_000; i++) {
            fixture.store.add(METRIC, START - 8000 + i / 100, MetricUnit.NONE, i, 1);
        }

        assertThat(fixture.store.bytes()).isLessThan(14L * 100_000);
        fixture.store.reset(null);
        assertThat(fixture.store.bytes()).isZero();
        assertThat(fixture.store.metrics()).isZero();
    }
}

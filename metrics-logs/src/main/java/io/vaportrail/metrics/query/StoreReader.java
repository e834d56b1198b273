package io.vaportrail.metrics.query;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.publish.Gauges;
import io.vaportrail.metrics.statistic.Aggregation;
import io.vaportrail.metrics.statistic.Statistic;
import io.vaportrail.metrics.statistic.TimeRange;
import io.vaportrail.metrics.store.MetricStore;
import io.vaportrail.metrics.store.Series;
import io.vaportrail.metrics.store.UnitSamples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the store. Whoever reads for a request has the gauges looked at first, once. */
public final class StoreReader implements MetricReader {
    private static final long MILLIS = 1000;

    /** Values that have aged may count for a period that begins up to an hour before them. */
    private static final int COARSEST = 3600;

    private final MetricStore store;
    private final Gauges gauges;
    private final EmulatorClock clock;

    /** A reader of the store. */
    public StoreReader(MetricStore store, Gauges gauges, EmulatorClock clock) {
        this.store = store;
        this.gauges = gauges;
        this.clock = clock;
    }

    /**
     * What was read of one metric.
     *
     * @param values one statistic over time, oldest first
     * @param units the units that there are values of, by name; the values are of the first
     */
    public record Reading(List<Aggregation.Value> values, List<String> units) {}

    /**
     * Several statistics of the values of one unit.
     *
     * @param unit the unit
     * @param periods the values in their periods
     */
    public record UnitReading(MetricUnit unit, Aggregation periods) {}

    @Override
    public List<Datapoint> read(
            MetricId metric,
            String statistic,
            long startMillis,
            long endMillis,
            int periodSeconds,
            @Nullable MetricUnit unit) {
        Statistic parsed = Statistic.parse(statistic);
        if (parsed == null) {
            throw new IllegalArgumentException("statistic: " + statistic + " (expected: Sum, p99.9, TM(10%:90%), …)");
        }
        TimeRange range = TimeRange.of(startMillis, endMillis, periodSeconds, clock.millis());
        List<Datapoint> points = new ArrayList<>();
        for (Aggregation.Value value : read(metric, parsed, range, unit).values()) {
            points.add(new Datapoint(value.start() * MILLIS, value.value()));
        }
        return points;
    }

    @Override
    public void lookAtGauges() {
        gauges.catchUp();
    }

    /** One statistic of a metric; when there are several units and none was asked for, of the first by name. */
    public Reading read(MetricId metric, Statistic statistic, TimeRange range, @Nullable MetricUnit unit) {
        List<Aggregation.Value> values = List.of();
        List<String> units = new ArrayList<>(1);
        for (UnitReading reading : readUnits(metric, List.of(statistic), range, unit)) {
            if (!reading.periods().starts().isEmpty()) {
                if (units.isEmpty()) {
                    values = reading.periods().values(statistic);
                }
                units.add(reading.unit().text());
            }
        }
        return new Reading(values, units);
    }

    /** The values of a metric in their periods, for each unit apart. */
    public List<UnitReading> readUnits(
            MetricId metric, List<Statistic> statistics, TimeRange range, @Nullable MetricUnit unit) {
        Series series = store.find(metric);
        if (series == null) {
            return List.of();
        }
        long now = Math.floorDiv(clock.millis(), MILLIS);
        List<UnitReading> readings = new ArrayList<>(1);
        for (UnitSamples samples : series.read(range.start(), range.end() + COARSEST, unit)) {
            readings.add(new UnitReading(samples.unit(), Aggregation.of(List.of(samples), range, now, statistics)));
        }
        return readings;
    }

    /** One statistic of the values of several metrics, as if they were of one. */
    public List<Aggregation.Value> readTogether(List<Series> all, Statistic statistic, TimeRange range) {
        List<UnitSamples> samples = new ArrayList<>();
        for (Series series : all) {
            samples.addAll(series.read(range.start(), range.end() + COARSEST, null));
        }
        long now = Math.floorDiv(clock.millis(), MILLIS);
        return Aggregation.of(samples, range, now, List.of(statistic)).values(statistic);
    }

    /** The metrics of an account in a region, sorted, with what they hold. */
    public List<Series> metrics(String accountId, String region) {
        return store.in(accountId, region);
    }

    /** The clock's time. */
    public long nowMillis() {
        return clock.millis();
    }
}

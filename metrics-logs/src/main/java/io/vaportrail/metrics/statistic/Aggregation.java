package io.vaportrail.metrics.statistic;

import io.vaportrail.metrics.store.Retention;
import io.vaportrail.metrics.store.UnitSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers values into periods that follow each other from a start. Values that have aged count at the resolution of their age, and
 * only for periods that are multiples of it.
 */
public final class Aggregation implements UnitSamples.Visitor {
    private final TimeRange range;
    private final long now;
    private final boolean keepValues;
    private final TreeMap<Long, PeriodValues> periods = new TreeMap<>();
    private long lastStart = Long.MIN_VALUE;
    private @Nullable PeriodValues last;

    private Aggregation(TimeRange range, long now, boolean keepValues) {
        this.range = range;
        this.now = now;
        this.keepValues = keepValues;
    }

    /** One statistic of one period; {@code start} in seconds since 1970. */
    public record Value(long start, double value) {}

    /**
     * What statistics there are of these values.
     *
     * @param now the clock's time in seconds since 1970
     */
    public static Aggregation of(List<UnitSamples> samples, TimeRange range, long now, List<Statistic> statistics) {
        boolean keep = false;
        for (Statistic statistic : statistics) {
            keep |= statistic.needsValues();
        }
        Aggregation made = new Aggregation(range, now, keep);
        samples.forEach(each -> each.forEach(made));
        return made;
    }

    @Override
    public void value(long time, double value, double count) {
        PeriodValues period = period(time);
        if (period != null) {
            period.add(value, count);
        }
    }

    @Override
    public void set(long time, double count, double sum, double minimum, double maximum) {
        PeriodValues period = period(time);
        if (period != null) {
            period.addUnknown(count, sum, minimum, maximum);
        }
    }

    private @Nullable PeriodValues period(long time) {
        int resolution = Retention.resolution(now - time);
        if (resolution == Retention.GONE || range.period() % resolution != 0 && resolution > 1) {
            return null;
        }
        long start = range.periodOf(Math.floorDiv(time, resolution) * resolution);
        if (start == TimeRange.OUTSIDE) {
            return null;
        }
        PeriodValues found = last;
        if (found == null || start != lastStart) {
            found = periods.computeIfAbsent(start, key -> new PeriodValues(keepValues));
            last = found;
            lastStart = start;
        }
        return found;
    }

    /** The starts of the periods that hold something, oldest first. */
    public List<Long> starts() {
        return new ArrayList<>(periods.keySet());
    }

    /** The statistic of the period that starts there; NaN when it cannot be told. */
    public double at(long start, Statistic statistic) {
        PeriodValues found = periods.get(start);
        return found == null ? Double.NaN : statistic.of(found);
    }

    /** One statistic over time, oldest first, without the periods that are empty or of which it cannot be told. */
    public List<Value> values(Statistic statistic) {
        List<Value> values = new ArrayList<>(periods.size());
        for (Map.Entry<Long, PeriodValues> period : periods.entrySet()) {
            double value = statistic.of(period.getValue());
            if (!Double.isNaN(value)) {
                values.add(new Value(period.getKey(), value));
            }
        }
        return values;
    }
}

package io.vaportrail.metrics.publish;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.metrics.store.MetricStore;
import io.vaportrail.metrics.store.Retention;
import io.vaportrail.metrics.store.SetOfValues;

/** The one way into the store: puts values on the grid of their resolution. */
public final class MetricIntake {
    private static final long MILLIS = 1000;

    private final MetricStore store;

    /** An intake into the store. */
    public MetricIntake(MetricStore store) {
        this.store = store;
    }

    /**
     * Where a value belongs.
     *
     * @param id the metric
     * @param timestampMillis the value's time
     * @param highResolution whether it is kept by the second at first
     * @param unit the unit
     */
    public record Point(MetricId id, long timestampMillis, boolean highResolution, MetricUnit unit) {
        private long time() {
            long seconds = Math.floorDiv(timestampMillis, MILLIS);
            return highResolution ? seconds : Math.floorDiv(seconds, Retention.MINUTE) * Retention.MINUTE;
        }
    }

    /** Takes a value that occurred so many times. */
    public void add(Point point, double value, double count) {
        store.add(point.id(), point.time(), point.unit(), value, count);
    }

    /** Takes one value of now. */
    void count(MetricId id, long nowMillis, MetricUnit unit, double value) {
        long minute = nowMillis / MILLIS / Retention.MINUTE * Retention.MINUTE;
        store.add(nowMillis, id, minute, unit, value, 1);
    }

    /** Takes a statistic set. */
    public void addSet(Point point, SetOfValues set) {
        store.addSet(point.id(), point.time(), point.unit(), set);
    }

    /** Has the value stand for its whole minute. */
    public void replace(Point point, double value) {
        store.replace(point.id(), point.time(), point.unit(), value);
    }

    /** Takes a zero unless the minute has values. */
    public void addZero(Point point) {
        store.addZero(point.id(), point.time(), point.unit());
    }
}

package io.vaportrail.metrics.query;

/** Hears of values that arrive for minutes which have ended already. */
@FunctionalInterface
public interface MetricListener {
    /**
     * A value arrived late. Called on the thread that brought it: must be quick, must not block and must not read metrics there.
     *
     * @param metric whose value it is
     * @param timestampMillis the value's own time, in milliseconds since 1970
     */
    void arrivedLate(MetricId metric, long timestampMillis);
}

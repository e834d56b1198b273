package io.vaportrail.core.metric;

/**
 * Knows values that are looked at rather than counted, for example how many messages a queue holds. Sampled on the clock's thread
 * or a worker, never under a lock.
 */
@FunctionalInterface
public interface GaugeSource {
    /**
     * Tells the values of this moment.
     *
     * @param atMillis the moment on the emulator's clock
     * @param values takes them
     * @return whether the source wants to be sampled again a minute later; one that does not is sampled again once it has called
     *     {@link MetricSink#gauges} anew
     */
    boolean sample(long atMillis, Values values);

    /** Takes what a source tells. The value of a metric stands for the whole minute; a later one replaces it. */
    interface Values {
        /** A value as it is now. */
        void gauge(MetricId metric, double value, MetricUnit unit);

        /** A zero, unless something has been counted for the metric in this minute. */
        void zero(MetricId metric, MetricUnit unit);
    }
}

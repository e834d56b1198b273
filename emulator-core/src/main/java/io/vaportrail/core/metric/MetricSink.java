package io.vaportrail.core.metric;

/**
 * Takes the metrics that services publish of themselves, for example AWS/SQS. Cheap and never blocking for longer than a map
 * look-up: event loops call it. Values that are no numbers or out of CloudWatch's range are dropped; nothing is thrown.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html">Services
 *     that publish metrics</a>
 */
public interface MetricSink {
    /** Takes nothing. */
    MetricSink NONE = new MetricSink() {
        @Override
        public void record(MetricId metric, long timestampMillis, double value, MetricUnit unit) {}

        @Override
        public void count(MetricId metric, double value, MetricUnit unit) {}

        @Override
        public void gauges(GaugeSource source) {}
    };

    /**
     * One value at the clock's now.
     *
     * @param metric which; best kept and passed again
     * @param value the value, not a sum so far
     * @param unit what it is counted in
     */
    void count(MetricId metric, double value, MetricUnit unit);

    /**
     * One value at a time of its own, for example an event's.
     *
     * @param timestampMillis milliseconds since 1970
     */
    void record(MetricId metric, long timestampMillis, double value, MetricUnit unit);

    /**
     * One value at a time of its own, kept by the second for some hours as {@code StorageResolution} 1 says. A sink that knows no
     * such metrics keeps it as any other.
     *
     * @param timestampMillis milliseconds since 1970
     */
    default void recordHighResolution(MetricId metric, long timestampMillis, double value, MetricUnit unit) {
        record(metric, timestampMillis, value, unit);
    }

    /** Has the source sampled when a minute of the emulator's clock ends and when somebody reads metrics. */
    void gauges(GaugeSource source);
}

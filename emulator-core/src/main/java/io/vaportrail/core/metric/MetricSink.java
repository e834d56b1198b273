package io.vaportrail.core.metric;

import java.util.List;

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
        public void record(
                String accountId,
                String region,
                String namespace,
                String metricName,
                List<MetricDimension> dimensions,
                long timestampMillis,
                double value,
                MetricUnit unit) {}

        @Override
        public void count(
                String accountId,
                String region,
                String namespace,
                String metricName,
                List<MetricDimension> dimensions,
                double value,
                MetricUnit unit) {}

        @Override
        public void gauges(GaugeSource source) {}
    };

    /**
     * One value at the clock's now.
     *
     * @param accountId whose metric it is, 12 digits
     * @param region where
     * @param namespace for example {@code AWS/SQS}
     * @param metricName for example {@code NumberOfMessagesSent}
     * @param dimensions in any order; best kept and passed again, since a list is all that is made here
     * @param value the value, not a sum so far
     * @param unit what it is counted in
     */
    void count(
            String accountId,
            String region,
            String namespace,
            String metricName,
            List<MetricDimension> dimensions,
            double value,
            MetricUnit unit);

    /**
     * One value at a time of its own, for example an event's.
     *
     * @param timestampMillis milliseconds since 1970
     */
    void record(
            String accountId,
            String region,
            String namespace,
            String metricName,
            List<MetricDimension> dimensions,
            long timestampMillis,
            double value,
            MetricUnit unit);

    /**
     * One value at a time of its own, kept by the second for some hours as {@code StorageResolution} 1 says. A sink that knows no
     * such metrics keeps it as any other.
     *
     * @param timestampMillis milliseconds since 1970
     */
    default void recordHighResolution(
            String accountId,
            String region,
            String namespace,
            String metricName,
            List<MetricDimension> dimensions,
            long timestampMillis,
            double value,
            MetricUnit unit) {
        record(accountId, region, namespace, metricName, dimensions, timestampMillis, value, unit);
    }

    /** Has the source sampled when a minute of the emulator's clock ends and when somebody reads metrics. */
    void gauges(GaugeSource source);
}

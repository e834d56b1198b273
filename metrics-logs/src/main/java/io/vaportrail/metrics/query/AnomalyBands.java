package io.vaportrail.metrics.query;

import io.vaportrail.model.cloudwatch.MetricStat;

/** Says between which values a metric is expected: what {@code ANOMALY_DETECTION_BAND} gives. */
@FunctionalInterface
public interface AnomalyBands {
    /** No band anywhere, as before a model is trained. */
    AnomalyBands NONE = (accountId, region, metric, timestamps, deviations) -> new Band(new double[0], new double[0]);

    /**
     * The band of a metric.
     *
     * @param accountId whose metric it is
     * @param region where
     * @param metric metric, statistic and period
     * @param timestamps for which periods, in milliseconds since 1970, ascending
     * @param deviations how many standard deviations wide, above 0
     */
    Band band(String accountId, String region, MetricStat metric, long[] timestamps, double deviations);

    /**
     * A band.
     *
     * @param lower one value for each timestamp, or none at all when there is no model yet; NaN where nothing is expected
     * @param upper the same above
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Band(double[] lower, double[] upper) {}
}

package io.vaportrail.metrics.alarm.anomaly;

import io.vaportrail.core.metric.MetricId;

/**
 * What a detector looks at.
 *
 * @param metric which metric
 * @param stat which statistic of it
 */
record DetectorKey(MetricId metric, String stat) {}

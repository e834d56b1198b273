/**
 * Anomaly detectors: what a metric is expected to be, learned from its history. Start with
 * {@link io.vaportrail.metrics.alarm.anomaly.BandModel}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html">CloudWatch
 *     anomaly detection</a>
 */
@NullMarked
package io.vaportrail.metrics.alarm.anomaly;

import org.jspecify.annotations.NullMarked;

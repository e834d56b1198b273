/**
 * What the datapoints of a metric say about an alarm, and how that is worded. No state, no clock. Start with
 * {@link io.vaportrail.metrics.alarm.evaluation.Judgement}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html">Alarm evaluation</a>
 */
@NullMarked
package io.vaportrail.metrics.alarm.evaluation;

import org.jspecify.annotations.NullMarked;

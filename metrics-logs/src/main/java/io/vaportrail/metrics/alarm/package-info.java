/**
 * CloudWatch alarms: metric alarms that watch a metric or an expression, composite alarms that watch other alarms, what they set
 * off, and what keeps them quiet. Start with {@link io.vaportrail.metrics.alarm.AlarmOperations}, then
 * {@link io.vaportrail.metrics.alarm.AlarmClockwork}, which evaluates them as time passes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html">Using CloudWatch
 *     alarms</a>
 */
@NullMarked
package io.vaportrail.metrics.alarm;

import org.jspecify.annotations.NullMarked;

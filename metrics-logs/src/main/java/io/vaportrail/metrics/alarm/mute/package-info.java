/**
 * Alarm mute rules: windows of time in which alarms take no actions. Start with
 * {@link io.vaportrail.metrics.alarm.mute.MuteSchedule}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html">Alarm mute rules</a>
 */
@NullMarked
package io.vaportrail.metrics.alarm.mute;

import org.jspecify.annotations.NullMarked;

/**
 * The rules of composite alarms: their grammar and what they evaluate to. Start with
 * {@link io.vaportrail.metrics.alarm.composite.RuleParser}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html">PutCompositeAlarm</a>
 */
@NullMarked
package io.vaportrail.metrics.alarm.composite;

import org.jspecify.annotations.NullMarked;

/**
 * The alarms of an account in a region, their states and their history. Start with
 * {@link io.vaportrail.metrics.alarm.state.AlarmStore}.
 */
@NullMarked
package io.vaportrail.metrics.alarm.state;

import org.jspecify.annotations.NullMarked;

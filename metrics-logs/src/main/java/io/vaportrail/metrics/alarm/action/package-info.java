/**
 * What alarms do when their state changes: messages to topics, events, and the words of both. Start with
 * {@link io.vaportrail.metrics.alarm.action.ActionRunner}.
 */
@NullMarked
package io.vaportrail.metrics.alarm.action;

import org.jspecify.annotations.NullMarked;

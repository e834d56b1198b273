/** Tests of alarms: mute. */
@NullMarked
package io.vaportrail.metrics.alarm.mute;

import org.jspecify.annotations.NullMarked;

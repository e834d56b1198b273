/** Tests of alarms: anomaly. */
@NullMarked
package io.vaportrail.metrics.alarm.anomaly;

import org.jspecify.annotations.NullMarked;

/** Tests of alarms: composite. */
@NullMarked
package io.vaportrail.metrics.alarm.composite;

import org.jspecify.annotations.NullMarked;

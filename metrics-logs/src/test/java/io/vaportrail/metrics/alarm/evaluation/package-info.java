/** Tests of alarms: evaluation. */
@NullMarked
package io.vaportrail.metrics.alarm.evaluation;

import org.jspecify.annotations.NullMarked;

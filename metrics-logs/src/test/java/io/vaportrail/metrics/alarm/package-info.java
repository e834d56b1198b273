/** Tests of alarms behind their operations. */
@NullMarked
package io.vaportrail.metrics.alarm;

import org.jspecify.annotations.NullMarked;

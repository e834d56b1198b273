/** Amazon CloudWatch: metrics, alarms and dashboards. */
@NullMarked
package io.vaportrail.metrics;

import org.jspecify.annotations.NullMarked;

/**
 * Reading metrics: statistics of one ({@link io.vaportrail.metrics.query.MetricReader}), expressions over several
 * ({@link io.vaportrail.metrics.query.MetricMath}).
 */
@NullMarked
package io.vaportrail.metrics.query;

import org.jspecify.annotations.NullMarked;

/**
 * Metric math: {@link io.vaportrail.metrics.math.MathParser} reads an expression, {@link io.vaportrail.metrics.math.QueryEvaluation}
 * evaluates the queries of a request.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html">Metric math</a>
 */
@NullMarked
package io.vaportrail.metrics.math;

import org.jspecify.annotations.NullMarked;

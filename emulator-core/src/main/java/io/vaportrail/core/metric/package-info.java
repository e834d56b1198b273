/**
 * The way in which services publish metrics of their own. Start with {@link io.vaportrail.core.metric.MetricSink}.
 */
@NullMarked
package io.vaportrail.core.metric;

import org.jspecify.annotations.NullMarked;

/**
 * Metric filters: from matching events to metrics. Start with {@link io.vaportrail.logs.metricfilter.MetricFilters}.
 */
@NullMarked
package io.vaportrail.logs.metricfilter;

import org.jspecify.annotations.NullMarked;

/**
 * Pictures of metrics, drawn without fonts or graphics libraries of the machine. Start with
 * {@link io.vaportrail.metrics.widget.GetMetricWidgetImage}.
 */
@NullMarked
package io.vaportrail.metrics.widget;

import org.jspecify.annotations.NullMarked;

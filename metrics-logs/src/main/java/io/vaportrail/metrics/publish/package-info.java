/**
 * Metrics that come from within: what services publish of themselves, what calls are counted. Start with
 * {@link io.vaportrail.metrics.publish.MetricIntake}, the one way into the store.
 */
@NullMarked
package io.vaportrail.metrics.publish;

import org.jspecify.annotations.NullMarked;

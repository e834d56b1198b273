/**
 * What metrics hold: columns of primitives, rolled up as they age. Start with {@link io.vaportrail.metrics.store.MetricStore}.
 */
@NullMarked
package io.vaportrail.metrics.store;

import org.jspecify.annotations.NullMarked;

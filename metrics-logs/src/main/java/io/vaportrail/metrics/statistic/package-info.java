/**
 * Statistics over periods: {@link io.vaportrail.metrics.statistic.Statistic} says which,
 * {@link io.vaportrail.metrics.statistic.Aggregation} gathers what they are told of.
 */
@NullMarked
package io.vaportrail.metrics.statistic;

import org.jspecify.annotations.NullMarked;

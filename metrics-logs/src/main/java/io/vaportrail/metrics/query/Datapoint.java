package io.vaportrail.metrics.query;

/**
 * One statistic of one period.
 *
 * @param timestampMillis when the period begins, in milliseconds since 1970
 * @param value the statistic
 */
public record Datapoint(long timestampMillis, double value) {}

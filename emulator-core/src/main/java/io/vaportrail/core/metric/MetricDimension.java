package io.vaportrail.core.metric;

/**
 * A name and value that are part of what a metric is.
 *
 * @param name 1 to 255 characters, for example {@code QueueName}
 * @param value 1 to 1024 characters
 */
public record MetricDimension(String name, String value) {}

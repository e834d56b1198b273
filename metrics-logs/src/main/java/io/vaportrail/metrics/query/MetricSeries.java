package io.vaportrail.metrics.query;

import io.vaportrail.core.metric.MetricDimension;
import java.util.List;

/**
 * What one query of several gave.
 *
 * @param id the query's id; the two edges of a band and the series of an array share that of their query
 * @param label what a legend calls it
 * @param periodSeconds how long each period is
 * @param dimensions of the metric or the group of metrics that it is of; none for what was computed
 * @param points by time, oldest first
 */
public record MetricSeries(
        String id, String label, int periodSeconds, List<MetricDimension> dimensions, List<Datapoint> points) {}

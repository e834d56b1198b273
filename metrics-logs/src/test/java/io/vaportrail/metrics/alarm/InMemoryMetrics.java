package io.vaportrail.metrics.alarm;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.metrics.query.Datapoint;
import io.vaportrail.metrics.query.MetricMath;
import io.vaportrail.metrics.query.MetricReader;
import io.vaportrail.metrics.query.MetricSeries;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Metrics by name alone, with the statistics that the tests of alarms use, and series given by query id. */
public final class InMemoryMetrics implements MetricReader, MetricMath {
    private final Map<String, TreeMap<Long, List<Double>>> values = new HashMap<>();
    private final Map<String, List<MetricSeries>> series = new LinkedHashMap<>();

    /** A value at a time. */
    public void put(String metricName, long atMillis, double... added) {
        List<Double> at = values.computeIfAbsent(metricName, name -> new TreeMap<>())
                .computeIfAbsent(atMillis, time -> new ArrayList<>());
        for (double value : added) {
            at.add(value);
        }
    }

    /** What a query gives. */
    public void series(String id, int periodSeconds, List<List<Datapoint>> given) {
        series.put(
                id,
                given.stream()
                        .map(points -> new MetricSeries(id, id, periodSeconds, List.of(), points))
                        .toList());
    }

    /** What a query gives for each of its groups: one value, of one time, each. */
    public void groups(String id, String dimension, long atMillis, Map<String, Double> valueByGroup) {
        List<MetricSeries> groups = new ArrayList<>();
        valueByGroup.forEach((name, value) -> groups.add(new MetricSeries(
                id, name, 60, List.of(new MetricDimension(dimension, name)), List.of(new Datapoint(atMillis, value)))));
        series.put(id, groups);
    }

    @Override
    public List<Datapoint> read(
            MetricId metric,
            String statistic,
            long startMillis,
            long endMillis,
            int periodSeconds,
            @Nullable MetricUnit unit) {
        List<Datapoint> points = new ArrayList<>();
        TreeMap<Long, List<Double>> of = values.getOrDefault(metric.metricName(), new TreeMap<>());
        for (long start = startMillis; start < endMillis; start += periodSeconds * 1000L) {
            List<Double> in = new ArrayList<>();
            of.subMap(start, start + periodSeconds * 1000L).values().forEach(in::addAll);
            if (!in.isEmpty()) {
                points.add(new Datapoint(start, statistic(statistic, in)));
            }
        }
        statistic(statistic, List.of(0.0));
        return points;
    }

    private static double statistic(String statistic, List<Double> in) {
        return switch (statistic) {
            case "SampleCount" -> in.size();
            case "Sum" -> in.stream().mapToDouble(value -> value).sum();
            case "Average" -> in.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
            case "Maximum", "p90" ->
                in.stream().mapToDouble(value -> value).max().orElse(Double.NaN);
            default -> throw new IllegalArgumentException("statistic: " + statistic);
        };
    }

    @Override
    public void lookAtGauges() {
        // There are none.
    }

    @Override
    public Map<String, List<MetricSeries>> evaluate(
            String accountId, String region, List<MetricDataQuery> queries, long startMillis, long endMillis) {
        return series;
    }

    @Override
    public void check(List<MetricDataQuery> queries) {
        if (queries.stream().anyMatch(query -> "wrong(".equals(query.expression()))) {
            throw AlarmErrors.validation("Error in expression 'e1'");
        }
    }

    @Override
    public boolean isGrouped(MetricDataQuery query) {
        return query.expression() != null && query.expression().contains(" GROUP BY ");
    }
}

package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Metrics Insights query.
 *
 * @param function how values are put together
 * @param metricName which metric
 * @param namespace where
 * @param schema the names of the dimensions, exactly, or {@code null} for any
 * @param conditions all must hold
 * @param groupBy the names of the dimensions that make series of their own
 * @param orderBy what the series are ordered by, or {@code null} for their labels
 * @param descending whether the greatest come first
 * @param limit how many series at most
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html">Syntax</a>
 */
record InsightsQuery(
        Function function,
        String metricName,
        String namespace,
        @Nullable List<String> schema,
        List<Condition> conditions,
        List<String> groupBy,
        @Nullable Function orderBy,
        boolean descending,
        int limit) {
    /** What metrics without a dimension have as its value. */
    private static final String OTHER = "Other";

    /** How values are put together. */
    enum Function {
        AVG("Average"),
        COUNT("SampleCount"),
        MAX("Maximum"),
        MIN("Minimum"),
        SUM("Sum");

        private final String statistic;

        Function(String statistic) {
            this.statistic = statistic;
        }

        String statistic() {
            return statistic;
        }

        Aggregates aggregate() {
            return switch (this) {
                case AVG -> Aggregates.AVG;
                case COUNT -> Aggregates.DATAPOINT_COUNT;
                case MAX -> Aggregates.MAX;
                case MIN -> Aggregates.MIN;
                case SUM -> Aggregates.SUM;
            };
        }
    }

    /** A dimension that has a value, or has not. */
    record Condition(String dimension, boolean equal, String value) {}

    boolean matches(MetricId metric) {
        if (!metric.metricName().equals(metricName) || !metric.namespace().equals(namespace) || !inSchema(metric)) {
            return false;
        }
        for (Condition condition : conditions) {
            boolean equal = condition.value().equals(dimension(metric, condition.dimension()));
            if (equal != condition.equal()) {
                return false;
            }
        }
        return true;
    }

    private boolean inSchema(MetricId metric) {
        if (schema == null) {
            return true;
        }
        Set<String> names = new HashSet<>();
        for (MetricDimension dimension : metric.dimensions()) {
            names.add(dimension.name());
        }
        return names.equals(new HashSet<>(schema));
    }

    private static @Nullable String dimension(MetricId metric, String name) {
        for (MetricDimension dimension : metric.dimensions()) {
            if (dimension.name().equals(name)) {
                return dimension.value();
            }
        }
        return null;
    }

    /** The group that a metric is of. */
    List<String> group(MetricId metric) {
        List<String> values = new ArrayList<>();
        for (String name : groupBy) {
            values.add(Objects.requireNonNullElse(dimension(metric, name), OTHER));
        }
        return values;
    }
}

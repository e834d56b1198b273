package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.metrics.query.StoreReader;
import io.vaportrail.metrics.statistic.Aggregation;
import io.vaportrail.metrics.statistic.Statistic;
import io.vaportrail.metrics.statistic.TimeRange;
import io.vaportrail.metrics.store.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs a Metrics Insights query: over the latest three hours at most. */
final class InsightsRun {
    private static final long SPAN_MILLIS = 3L * 3600 * 1000;

    private final StoreReader reader;
    private final Grid grid;
    private final int period;

    InsightsRun(StoreReader reader, Grid grid, int period) {
        this.reader = reader;
        this.grid = grid;
        this.period = period;
    }

    Value run(InsightsQuery query, List<Series> all) {
        Map<String, List<Series>> groups = new TreeMap<>();
        for (Series series : all) {
            if (query.matches(series.id())) {
                groups.computeIfAbsent(String.join(" ", query.group(series.id())), key -> new ArrayList<>())
                        .add(series);
            }
        }
        Statistic statistic =
                Objects.requireNonNull(Statistic.parse(query.function().statistic()));
        long start = Math.max(grid.startMillis(), grid.nowMillis() - SPAN_MILLIS);
        TimeRange range = TimeRange.of(start, grid.endMillis(), period, grid.nowMillis());
        List<TimeSeries> found = new ArrayList<>();
        groups.forEach((label, group) -> found.add(series(
                origin(query, group.get(0).id(), statistic),
                query.groupBy().isEmpty() ? query.metricName() : label,
                reader.readTogether(group, statistic, range))));
        if (query.groupBy().isEmpty()) {
            return new Value.Single(found.isEmpty() ? series(null, query.metricName(), List.of()) : found.get(0));
        }
        return new Value.Several(arranged(query, found));
    }

    /** The metric that a group is like: that of its members, with the dimensions that they are grouped by. */
    private static TimeSeries.@Nullable Origin origin(InsightsQuery query, MetricId member, Statistic statistic) {
        if (query.groupBy().isEmpty()) {
            return null;
        }
        List<MetricDimension> dimensions = new ArrayList<>();
        List<String> values = query.group(member);
        for (int i = 0; i < values.size(); i++) {
            dimensions.add(new MetricDimension(query.groupBy().get(i), values.get(i)));
        }
        MetricId group =
                new MetricId(member.accountId(), member.region(), member.namespace(), member.metricName(), dimensions);
        return new TimeSeries.Origin(group, statistic.name());
    }

    private TimeSeries series(TimeSeries.@Nullable Origin origin, String label, List<Aggregation.Value> values) {
        long[] times = new long[values.size()];
        double[] numbers = new double[values.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = values.get(i).start();
            numbers[i] = values.get(i).value();
        }
        return new TimeSeries(origin, label, period, times, numbers);
    }

    private static List<TimeSeries> arranged(InsightsQuery query, List<TimeSeries> found) {
        found.removeIf(series -> series.size() == 0);
        InsightsQuery.Function by = query.orderBy();
        if (by != null) {
            Comparator<TimeSeries> order = Comparator.comparingDouble(
                    (TimeSeries series) -> by.aggregate().of(series.values(), series.size()));
            found.sort(query.descending() ? order.reversed() : order);
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), query.limit())));
    }
}

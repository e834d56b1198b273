package io.vaportrail.metrics.alarm.evaluation;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an alarm's datapoints come from. */
public sealed interface MetricSource {
    /**
     * One statistic of one metric.
     *
     * @param metric which
     * @param statistic for example {@code Average} or {@code p99}
     * @param unit values of this unit only, or {@code null} for all
     */
    record Single(
            MetricId metric, String statistic, @Nullable MetricUnit unit) implements MetricSource {}

    /**
     * Metrics and expressions over them.
     *
     * @param accountId whose metrics, 12 digits
     * @param region where
     * @param queries as GetMetricData takes them
     * @param watched the id of the query whose values count
     * @param band the id of the query that gives the band, or {@code null}
     * @param grouped whether the watched query gives a series for each of its groups, which are watched one by one
     */
    record Expressions(
            String accountId,
            String region,
            List<MetricDataQuery> queries,
            String watched,
            @Nullable String band,
            boolean grouped)
            implements MetricSource {}
}

package io.vaportrail.metrics.query;

import io.vaportrail.model.cloudwatch.MetricDataQuery;
import java.util.List;
import java.util.Map;

/** Evaluates the queries of a GetMetricData or of an alarm: metrics, and expressions over them. */
public interface MetricMath {
    /**
     * Evaluates queries that refer to each other.
     *
     * @param accountId whose metrics
     * @param region where
     * @param queries as GetMetricData takes them, checked like there
     * @param startMillis inclusive, rounded down like {@link MetricReader#read}
     * @param endMillis exclusive
     * @return the series by query id, in the order of the queries; those of queries that return no data are there too. A query may
     *     give none, or several (an array, or the upper and then the lower edge of a band)
     * @throws io.vaportrail.schema.ServiceException a ValidationError in AWS's words when an expression is wrong
     */
    Map<String, List<MetricSeries>> evaluate(
            String accountId, String region, List<MetricDataQuery> queries, long startMillis, long endMillis);

    /**
     * Checks queries without evaluating them, for example when an alarm is made.
     *
     * @throws io.vaportrail.schema.ServiceException a ValidationError in AWS's words when one is wrong
     */
    void check(List<MetricDataQuery> queries);

    /**
     * Checks the queries of an alarm as far as can be told without values: what they refer to, and what they come to.
     *
     * @throws io.vaportrail.schema.ServiceException a ValidationError in AWS's words when one is wrong
     */
    default void checkAlarm(String accountId, String region, List<MetricDataQuery> queries) {
        check(queries);
    }

    /** Whether a query that was checked is one of Metrics Insights that gives a series for each of its groups. */
    boolean isGrouped(MetricDataQuery query);
}

package io.vaportrail.metrics.math;

import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.query.Periods;
import io.vaportrail.metrics.statistic.Statistic;
import io.vaportrail.model.cloudwatch.Metric;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What queries must be before anything is read. Everything that is wrong is told together, a line each. */
final class QueryChecks {
    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]*");

    private final List<String> complaints = new ArrayList<>();

    private QueryChecks() {}

    /** Checks the queries of a request by an account. */
    static void check(List<MetricDataQuery> queries) {
        QueryChecks checks = new QueryChecks();
        checks.all(queries);
        if (!checks.complaints.isEmpty()) {
            throw MetricErrors.validation(String.join("\n", checks.complaints));
        }
    }

    private void all(List<MetricDataQuery> queries) {
        if (queries.isEmpty()) {
            complaints.add("The parameter MetricDataQueries is required.");
        }
        if (queries.size() > MetricLimits.QUERIES) {
            complaints.add(
                    "The collection MetricDataQueries must not have a size greater than " + MetricLimits.QUERIES + ".");
        }
        Set<String> ids = new HashSet<>();
        int insights = 0;
        for (int i = 0; i < queries.size(); i++) {
            MetricDataQuery query = queries.get(i);
            one(query, "MetricDataQueries.member." + (i + 1));
            if (!ids.add(query.id())) {
                complaints.add("The values for parameter id in MetricDataQueries are not unique.");
            }
            String expression = query.expression();
            insights += expression != null && InsightsParser.isQuery(expression) ? 1 : 0;
        }
        if (insights > 1) {
            complaints.add("Only one Metrics Insights query is allowed in a request.");
        }
    }

    private void one(MetricDataQuery query, String path) {
        if (!ID.matcher(query.id()).matches()) {
            complaints.add("The value " + query.id() + " for parameter " + path
                    + ".Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.");
        }
        MetricStat stat = query.metricStat();
        if (stat != null && query.expression() != null) {
            complaints.add("The parameters " + path + ".Expression and " + path
                    + ".MetricStat are mutually exclusive and you have specified both.");
        } else if (stat == null && query.expression() == null) {
            complaints.add("At least one of the parameters " + path + ".Expression and " + path
                    + ".MetricStat must be specified.");
        }
        if (stat != null) {
            metric(stat, path + ".MetricStat");
        }
        Integer period = query.period();
        if (period != null && !Periods.isValid(period)) {
            complaints.add(badPeriod(period, path + ".Period"));
        }
    }

    private void metric(MetricStat stat, String path) {
        Metric metric = stat.metric();
        if (metric.namespace() == null) {
            complaints.add("The parameter " + path + ".Metric.Namespace is required.");
        }
        if (metric.metricName() == null) {
            complaints.add("The parameter " + path + ".Metric.MetricName is required.");
        }
        if (Statistic.parse(stat.stat()) == null) {
            complaints.add("The value " + stat.stat() + " for parameter " + path + ".Stat is not a valid statistic.");
        }
        if (!Periods.isValid(stat.period())) {
            complaints.add(badPeriod(stat.period(), path + ".Period"));
        }
    }

    private static String badPeriod(int period, String path) {
        return "The value " + period + " for parameter " + path
                + " is invalid. It must be 1, 5, 10, 20, 30 or a multiple of 60.";
    }
}

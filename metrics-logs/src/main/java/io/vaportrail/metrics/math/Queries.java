package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.query.AnomalyBands;
import io.vaportrail.metrics.query.Datapoint;
import io.vaportrail.metrics.query.InsightRuleReader;
import io.vaportrail.metrics.query.MetricMath;
import io.vaportrail.metrics.query.MetricSeries;
import io.vaportrail.metrics.query.StoreReader;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates queries for GetMetricData, widgets and alarms. */
public final class Queries implements MetricMath {
    private static final long MILLIS = 1000;

    private final StoreReader reader;
    private final AnomalyBands bands;
    private final InsightRuleReader insightRules;

    /** An evaluator over the store. */
    public Queries(StoreReader reader, AnomalyBands bands, InsightRuleReader insightRules) {
        this.reader = reader;
        this.bands = bands;
        this.insightRules = insightRules;
    }

    /**
     * What a query of a request came to.
     *
     * @param query the query
     * @param series labelled, each oldest value first
     * @param units the units that a metric's values came in
     */
    public record Result(MetricDataQuery query, List<TimeSeries> series, List<String> units) {}

    @Override
    public void check(List<MetricDataQuery> queries) {
        QueryChecks.check(queries);
        for (MetricDataQuery query : queries) {
            String expression = query.expression();
            if (expression != null) {
                try {
                    if (InsightsParser.isQuery(expression)) {
                        InsightsParser.parse(expression);
                        if (query.period() == null) {
                            throw new MathException("A Metrics Insights query needs a Period");
                        }
                    } else {
                        MathParser.parse(expression);
                    }
                } catch (MathException e) {
                    throw wrong(query, e.text());
                }
            }
        }
    }

    @Override
    public void checkAlarm(String accountId, String region, List<MetricDataQuery> queries) {
        check(queries);
        for (MetricDataQuery query : queries) {
            String expression = query.expression();
            try {
                if (expression != null
                        && !InsightsParser.isQuery(expression)
                        && MathParser.parse(expression).uses("SEARCH")) {
                    throw MetricErrors.validation("SEARCH is not supported on Metric Alarms.");
                }
            } catch (MathException e) {
                throw wrong(query, e.text());
            }
        }
        // What an expression refers to and which kind of value it is shows without any values.
        long now = reader.nowMillis();
        QueryEvaluation evaluation = new QueryEvaluation(
                reader, bands, insightRules.asIfAllExisted(), accountId, region, queries, new Grid(now, now, now));
        queries.forEach(query -> seriesOf(query, evaluation));
    }

    /** What a query comes to, which is no scalar if it is shown. */
    private static Value seriesOf(MetricDataQuery query, QueryEvaluation evaluation) {
        Value value = evaluation.of(query);
        if (!Boolean.FALSE.equals(query.returnData()) && value instanceof Value.Scalar) {
            throw wrong(query, "The expression must return a time series or an array of time series");
        }
        return value;
    }

    private static RuntimeException wrong(MetricDataQuery query, String text) {
        return MetricErrors.validation("Error in expression '" + query.id() + "': " + text);
    }

    @Override
    public Map<String, List<MetricSeries>> evaluate(
            String accountId, String region, List<MetricDataQuery> queries, long startMillis, long endMillis) {
        Map<String, List<MetricSeries>> all = new LinkedHashMap<>();
        for (Result result : evaluated(accountId, region, queries, startMillis, endMillis, ZoneOffset.UTC)) {
            List<MetricSeries> series = new ArrayList<>();
            for (TimeSeries each : result.series()) {
                series.add(new MetricSeries(
                        result.query().id(), each.label(), each.period(), dimensions(each), points(each)));
            }
            all.put(result.query().id(), series);
        }
        return all;
    }

    private static List<MetricDimension> dimensions(TimeSeries series) {
        return series.origin() == null ? List.of() : series.origin().metric().dimensions();
    }

    @Override
    public boolean isGrouped(MetricDataQuery query) {
        String expression = query.expression();
        try {
            return expression != null
                    && InsightsParser.isQuery(expression)
                    && !InsightsParser.parse(expression).groupBy().isEmpty();
        } catch (MathException e) {
            throw wrong(query, e.text());
        }
    }

    private static List<Datapoint> points(TimeSeries series) {
        List<Datapoint> points = new ArrayList<>(series.size());
        for (int i = 0; i < series.size(); i++) {
            points.add(new Datapoint(series.times()[i] * MILLIS, series.values()[i]));
        }
        return points;
    }

    /**
     * Evaluates the queries of a request.
     *
     * @param zone of the times in labels
     */
    public List<Result> results(
            String accountId,
            String region,
            List<MetricDataQuery> queries,
            long startMillis,
            long endMillis,
            ZoneOffset zone) {
        check(queries);
        reader.lookAtGauges();
        return evaluated(accountId, region, queries, startMillis, endMillis, zone);
    }

    private List<Result> evaluated(
            String accountId,
            String region,
            List<MetricDataQuery> queries,
            long startMillis,
            long endMillis,
            ZoneOffset zone) {
        long now = reader.nowMillis();
        QueryEvaluation evaluation = new QueryEvaluation(
                reader, bands, insightRules, accountId, region, queries, new Grid(startMillis, endMillis, now));
        List<Result> results = new ArrayList<>(queries.size());
        for (MetricDataQuery query : queries) {
            Value value = seriesOf(query, evaluation);
            results.add(new Result(query, labelled(query, value, now, zone), evaluation.units(query.id())));
        }
        return results;
    }

    private static List<TimeSeries> labelled(MetricDataQuery query, Value value, long now, ZoneOffset zone) {
        String own = QueryEvaluation.ownLabel(query, value);
        String template = query.label();
        List<TimeSeries> labelled = new ArrayList<>();
        for (TimeSeries series : value.all()) {
            String byDefault = own == null ? series.label() : own;
            String label = byDefault;
            if (template != null && !template.isEmpty()) {
                label = new DynamicLabel(series, byDefault, now, zone).fill(template);
                boolean names = template.contains("${LABEL}") || template.contains("${PROP(");
                label = value instanceof Value.Several && !names ? label + " " + byDefault : label;
            }
            labelled.add(series.labelled(label));
        }
        return labelled;
    }
}

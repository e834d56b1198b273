package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricId;
import io.vaportrail.metrics.Dimensions;
import io.vaportrail.metrics.MetricErrors;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.put.Units;
import io.vaportrail.metrics.query.AnomalyBands;
import io.vaportrail.metrics.query.InsightRuleReader;
import io.vaportrail.metrics.query.StoreReader;
import io.vaportrail.metrics.search.SearchQuery;
import io.vaportrail.metrics.statistic.Aggregation;
import io.vaportrail.metrics.statistic.Statistic;
import io.vaportrail.metrics.store.Series;
import io.vaportrail.model.cloudwatch.MetricDataQuery;
import io.vaportrail.model.cloudwatch.MetricStat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The queries of one request, each evaluated once, those first that others refer to. */
final class QueryEvaluation {
    private static final int DEFAULT_PERIOD = 300;
    private static final long MILLIS = 1000;

    private final StoreReader reader;
    private final AnomalyBands bands;
    private final InsightRuleReader insightRules;
    private final String accountId;
    private final String region;
    private final Grid grid;
    private final Map<String, MetricDataQuery> queries = new LinkedHashMap<>();
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, List<String>> units = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    QueryEvaluation(
            StoreReader reader,
            AnomalyBands bands,
            InsightRuleReader insightRules,
            String accountId,
            String region,
            List<MetricDataQuery> asked,
            Grid grid) {
        this.reader = reader;
        this.bands = bands;
        this.insightRules = insightRules;
        this.accountId = accountId;
        this.region = region;
        this.grid = grid;
        List<DefaultLabels.Read> reads = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (MetricDataQuery query : asked) {
            queries.put(query.id(), query);
            MetricStat stat = query.metricStat();
            if (stat != null) {
                ids.add(query.id());
                reads.add(new DefaultLabels.Read(metric(stat), stat.stat(), stat.period()));
            }
        }
        List<String> made = DefaultLabels.of(reads);
        for (int i = 0; i < ids.size(); i++) {
            labels.put(ids.get(i), made.get(i));
        }
    }

    private MetricId metric(MetricStat stat) {
        return new MetricId(
                accountId,
                region,
                Objects.requireNonNull(stat.metric().namespace()),
                Objects.requireNonNull(stat.metric().metricName()),
                Dimensions.of(stat.metric().dimensions()));
    }

    /**
     * What a query comes to.
     *
     * @throws io.vaportrail.schema.ServiceException a ValidationError when its expression is wrong
     */
    Value of(MetricDataQuery query) {
        try {
            return value(query.id());
        } catch (MathException e) {
            throw MetricErrors.validation("Error in expression '" + query.id() + "': " + e.text());
        }
    }

    /** The units that the values of a metric came in; none for expressions. */
    List<String> units(String id) {
        return units.getOrDefault(id, List.of());
    }

    private Value value(String id) throws MathException {
        Value known = values.get(id);
        if (known != null) {
            return known;
        }
        MetricDataQuery query = queries.get(id);
        if (query == null) {
            throw new MathException("Undefined id '" + id + "'");
        }
        if (!running.add(id)) {
            throw new MathException("The expression '" + id + "' refers to itself");
        }
        MetricStat stat = query.metricStat();
        String expression = query.expression();
        Value made = stat != null ? read(id, stat) : evaluate(query, Objects.requireNonNull(expression));
        running.remove(id);
        values.put(id, made);
        return made;
    }

    private Value read(String id, MetricStat stat) throws MathException {
        Statistic statistic = Objects.requireNonNull(Statistic.parse(stat.stat()), "statistic: checked");
        MetricId metric = metric(stat);
        StoreReader.Reading reading =
                reader.read(metric, statistic, grid.range(stat.period()), Units.asked(stat.unit()));
        units.put(id, reading.units());
        return new Value.Single(series(
                metric, stat.stat(), labels.getOrDefault(id, metric.metricName()), stat.period(), reading.values()));
    }

    private static TimeSeries series(
            MetricId metric, String statistic, String label, int period, List<Aggregation.Value> read) {
        long[] times = new long[read.size()];
        double[] numbers = new double[read.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = read.get(i).start();
            numbers[i] = read.get(i).value();
        }
        return new TimeSeries(new TimeSeries.Origin(metric, statistic), label, period, times, numbers);
    }

    private Value evaluate(MetricDataQuery query, String expression) throws MathException {
        if (InsightsParser.isQuery(expression)) {
            int period = Objects.requireNonNull(query.period(), "period: checked");
            return new InsightsRun(reader, grid, period)
                    .run(InsightsParser.parse(expression), reader.metrics(accountId, region));
        }
        return new Scope(period(query)).value(MathParser.parse(expression));
    }

    /** The expression's own period, else that of the request's metrics. */
    private int period(MetricDataQuery query) {
        if (query.period() != null) {
            return query.period();
        }
        int longest = 0;
        for (MetricDataQuery each : queries.values()) {
            MetricStat stat = each.metricStat();
            longest = Math.max(longest, stat == null ? 0 : stat.period());
        }
        return longest == 0 ? DEFAULT_PERIOD : longest;
    }

    /** What one expression sees. */
    private final class Scope implements ExpressionScope {
        private final int period;
        private final Functions functions = new Functions(this);

        Scope(int period) {
            this.period = period;
        }

        @Override
        public Value value(Node node) throws MathException {
            if (node instanceof Node.Number number) {
                return new Value.Scalar(number.value());
            }
            if (node instanceof Node.Reference reference) {
                return QueryEvaluation.this.value(reference.id());
            }
            if (node instanceof Node.Negation negation) {
                return Operators.negate(value(negation.operand()));
            }
            if (node instanceof Node.Operation operation) {
                return Operators.apply(operation.operator(), value(operation.left()), value(operation.right()));
            }
            if (node instanceof Node.Function function) {
                return functions.call(function);
            }
            if (node instanceof Node.Listing listing) {
                return new Value.Several(listed(listing));
            }
            String name = node instanceof Node.Word word ? word.name() : ((Node.Text) node).value();
            throw new MathException("Unexpected '" + name + "'");
        }

        private List<TimeSeries> listed(Node.Listing listing) throws MathException {
            List<TimeSeries> all = new ArrayList<>();
            for (Node element : listing.elements()) {
                Value value = value(element);
                if (value instanceof Value.Scalar) {
                    throw new MathException("An array holds time series, not scalars");
                }
                all.addAll(value.all());
            }
            return all;
        }

        @Override
        public Grid grid() {
            return grid;
        }

        @Override
        public int period() {
            return period;
        }

        @Override
        public List<TimeSeries> metrics(String idPart) throws MathException {
            List<TimeSeries> all = new ArrayList<>();
            for (MetricDataQuery query : queries.values()) {
                if (query.metricStat() != null && query.id().contains(idPart)) {
                    all.addAll(QueryEvaluation.this.value(query.id()).all());
                }
            }
            return all;
        }

        @Override
        public List<TimeSeries> search(String query, String statistic, int searchPeriod) throws MathException {
            return found(SearchQuery.parse(query), statistic, searchPeriod);
        }

        @Override
        public List<TimeSeries> band(String id, double width) throws MathException {
            MetricDataQuery query = queries.get(id);
            MetricStat stat = query == null ? null : query.metricStat();
            if (stat == null) {
                throw MetricErrors.notImplemented("ANOMALY_DETECTION_BAND of an expression");
            }
            return edges(id, stat, width);
        }

        @Override
        public TimeSeries insightRuleMetric(String rule, String metric) throws MathException {
            SortedMap<Long, Double> read = insightRules.read(accountId, region, rule, metric, grid.range(period));
            if (read == null) {
                throw new MathException("The rule '" + rule + "' does not exist");
            }
            long[] times = new long[read.size()];
            double[] numbers = new double[read.size()];
            int at = 0;
            for (Map.Entry<Long, Double> value : read.entrySet()) {
                times[at] = value.getKey();
                numbers[at++] = value.getValue();
            }
            return new TimeSeries(null, rule + " " + metric, period, times, numbers);
        }

        @Override
        public boolean isInsightRuleMetric(String metric) {
            return insightRules.isMetric(metric);
        }

        @Override
        public RuntimeException notImplemented(String function) {
            return MetricErrors.notImplemented("the metric math function " + function);
        }
    }

    private List<TimeSeries> found(SearchQuery query, String statistic, int period) throws MathException {
        Statistic parsed = Statistic.parse(statistic);
        if (parsed == null) {
            throw new MathException("'" + statistic + "' is not a valid statistic");
        }
        if (!io.vaportrail.metrics.query.Periods.isValid(period)) {
            throw new MathException(period + " is not a valid period");
        }
        List<DefaultLabels.Read> reads = new ArrayList<>();
        long oldest = grid.nowMillis() - MetricLimits.LISTED_MILLIS;
        for (Series series : reader.metrics(accountId, region)) {
            if (reads.size() < MetricLimits.SEARCH_SERIES
                    && series.lastReported() >= oldest
                    && query.matches(series.id())) {
                reads.add(new DefaultLabels.Read(series.id(), statistic, period));
            }
        }
        List<String> names = DefaultLabels.of(reads);
        List<TimeSeries> all = new ArrayList<>();
        for (int i = 0; i < reads.size(); i++) {
            MetricId metric = reads.get(i).metric();
            StoreReader.Reading reading = reader.read(metric, parsed, grid.range(period), null);
            all.add(series(metric, statistic, names.get(i), period, reading.values()));
        }
        return all;
    }

    private List<TimeSeries> edges(String id, MetricStat stat, double width) throws MathException {
        long[] times = grid.times(stat.period());
        long[] millis = new long[times.length];
        for (int i = 0; i < times.length; i++) {
            millis[i] = times[i] * MILLIS;
        }
        AnomalyBands.Band band = bands.band(accountId, region, stat, millis, width);
        String label = labels.getOrDefault(id, id);
        return List.of(
                edge(label + " (expected high)", stat.period(), times, band.upper()),
                edge(label + " (expected low)", stat.period(), times, band.lower()));
    }

    private static TimeSeries edge(String label, int period, long[] times, double[] values) {
        TimeSeries empty = new TimeSeries(null, label, period, new long[0], new double[0]);
        return values.length == 0 ? empty : empty.with(times, values);
    }

    /** The label of an expression's result, unless it has one; {@code null} where each series has its own. */
    static @Nullable String ownLabel(MetricDataQuery query, Value value) {
        return query.expression() != null && value instanceof Value.Single ? query.id() : null;
    }
}

package io.vaportrail.metrics.math;

import io.vaportrail.metrics.math.Value.Scalar;
import io.vaportrail.metrics.math.Value.Several;
import io.vaportrail.metrics.math.Value.Single;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The functions of metric math, over an evaluation that knows the rest of the request. */
final class Functions {
    private static final Set<String> ELSEWHERE = Set.of("DB_PERF_INSIGHTS", "LAMBDA");

    private final ExpressionScope scope;

    Functions(ExpressionScope scope) {
        this.scope = scope;
    }

    Value call(Node.Function call) throws MathException {
        String name = call.name();
        if (ELSEWHERE.contains(name)) {
            throw scope.notImplemented(name);
        }
        Aggregates aggregate = Aggregates.named(name);
        if (aggregate != null) {
            return aggregate.of(scope.value(only(call)));
        }
        Value.Change change = Transforms.named(name, scope.grid());
        if (change != null) {
            Value value = scope.value(only(call));
            if (value instanceof Scalar) {
                throw new MathException("The function " + name + " takes time series, not a scalar");
            }
            return value.each(change);
        }
        return special(call);
    }

    private Value special(Node.Function call) throws MathException {
        return switch (call.name()) {
            case "METRICS" -> metrics(call);
            case "METRIC_COUNT" -> new Scalar(array(call).size());
            case "REMOVE_EMPTY" -> Arranging.removeEmpty(array(call));
            case "FIRST", "LAST" ->
                new Single(Arranging.pick(
                        call.name(), scope.value(only(call)), call.name().equals("FIRST")));
            case "SLICE" -> slice(call);
            case "SORT" -> sort(call);
            case "PERIOD" -> period(call);
            case "TIME_SERIES" -> timeSeries(call);
            case "FILL" -> fill(call);
            case "IF" -> condition(call);
            case "SEARCH" -> search(call);
            case "ANOMALY_DETECTION_BAND" -> band(call);
            case "SERVICE_QUOTA" -> serviceQuota(call);
            case "INSIGHT_RULE_METRIC" -> insightRuleMetric(call);
            default -> throw new MathException("Unsupported function '" + call.name() + "'");
        };
    }

    private static Node only(Node.Function call) throws MathException {
        return arguments(call, 1, 1).get(0);
    }

    private static List<Node> arguments(Node.Function call, int least, int most) throws MathException {
        int count = call.arguments().size();
        if (count < least || count > most) {
            String expected = least == most ? String.valueOf(least) : least + " to " + most;
            throw new MathException(
                    "The function " + call.name() + " takes " + expected + " argument(s), but " + count + " given");
        }
        return call.arguments();
    }

    private List<TimeSeries> array(Node.Function call) throws MathException {
        return Arranging.array(call.name(), scope.value(only(call)));
    }

    private double number(Node.Function call, int index) throws MathException {
        if (scope.value(call.arguments().get(index)) instanceof Scalar number) {
            return number.number();
        }
        throw new MathException("Argument " + (index + 1) + " of " + call.name() + " must be a scalar");
    }

    private static String text(Node.Function call, int index) throws MathException {
        if (call.arguments().get(index) instanceof Node.Text text) {
            return text.value();
        }
        throw new MathException("Argument " + (index + 1) + " of " + call.name() + " must be a quoted text");
    }

    private static String word(Node.Function call, int index) throws MathException {
        if (call.arguments().get(index) instanceof Node.Word word) {
            return word.name();
        }
        throw new MathException("Argument " + (index + 1) + " of " + call.name() + " must be a keyword");
    }

    private Value metrics(Node.Function call) throws MathException {
        String part = arguments(call, 0, 1).isEmpty() ? "" : text(call, 0);
        return new Several(scope.metrics(part));
    }

    private Value slice(Node.Function call) throws MathException {
        List<Node> arguments = arguments(call, 2, 3);
        List<TimeSeries> all = Arranging.array(call.name(), scope.value(arguments.get(0)));
        return Arranging.slice(all, number(call, 1), arguments.size() == 3 ? number(call, 2) : all.size());
    }

    private Value sort(Node.Function call) throws MathException {
        List<Node> arguments = arguments(call, 3, 4);
        List<TimeSeries> all = Arranging.array(call.name(), scope.value(arguments.get(0)));
        Aggregates by = Aggregates.named(word(call, 1));
        if (by == null || by == Aggregates.STDDEV || by == Aggregates.DATAPOINT_COUNT) {
            throw new MathException("Argument 2 of SORT must be AVG, MIN, MAX or SUM");
        }
        String order = word(call, 2);
        if (!order.equals("ASC") && !order.equals("DESC")) {
            throw new MathException("Argument 3 of SORT must be ASC or DESC");
        }
        return Arranging.sort(all, by, order.equals("DESC"), arguments.size() == 4 ? number(call, 3) : all.size());
    }

    private Value period(Node.Function call) throws MathException {
        if (scope.value(only(call)) instanceof Single single && single.series().origin() != null) {
            return new Scalar(single.series().period());
        }
        throw new MathException("The function PERIOD takes a metric");
    }

    private Value timeSeries(Node.Function call) throws MathException {
        arguments(call, 1, 1);
        double value = number(call, 0);
        long[] times = scope.grid().times(scope.period());
        double[] values = new double[times.length];
        java.util.Arrays.fill(values, value);
        return new Single(new TimeSeries(null, call.name(), scope.period(), times, values).with(times, values));
    }

    private Value fill(Node.Function call) throws MathException {
        List<Node> arguments = arguments(call, 2, 2);
        Value value = scope.value(arguments.get(0));
        if (value instanceof Scalar) {
            throw new MathException("The function FILL takes time series, not a scalar");
        }
        Grid grid = scope.grid();
        if (arguments.get(1) instanceof Node.Word word) {
            return switch (word.name()) {
                case "REPEAT" -> value.each(s -> Filling.fill(s, grid, time -> Filling.repeat(s, time)));
                case "LINEAR" -> value.each(s -> Filling.fill(s, grid, time -> Filling.linear(s, time)));
                default -> throw new MathException("Argument 2 of FILL must be a value, REPEAT or LINEAR");
            };
        }
        Value filler = scope.value(arguments.get(1));
        if (filler instanceof Scalar number) {
            return value.each(series -> Filling.fill(series, grid, time -> number.number()));
        }
        if (filler instanceof Single single) {
            return value.each(
                    series -> Filling.fill(series, grid, time -> single.series().at(time)));
        }
        throw new MathException("Argument 2 of FILL must be a value, REPEAT or LINEAR");
    }

    private Value condition(Node.Function call) throws MathException {
        List<Node> arguments = arguments(call, 2, 3);
        List<Value> values = new ArrayList<>();
        for (Node argument : arguments) {
            values.add(scope.value(argument));
        }
        return Conditions.choose(values.get(0), values.get(1), values.size() == 3 ? values.get(2) : null);
    }

    private Value search(Node.Function call) throws MathException {
        List<Node> arguments = arguments(call, 2, 3);
        int period = arguments.size() == 3 ? (int) number(call, 2) : scope.period();
        return new Several(scope.search(text(call, 0), text(call, 1), period));
    }

    private Value band(Node.Function call) throws MathException {
        List<Node> arguments = arguments(call, 1, 2);
        double width = arguments.size() == 2 ? number(call, 1) : 2;
        if (!(width > 0)) {
            throw new MathException("Argument 2 of ANOMALY_DETECTION_BAND must be greater than 0");
        }
        if (arguments.get(0) instanceof Node.Reference metric) {
            return new Several(scope.band(metric.id(), width));
        }
        throw new MathException("Argument 1 of ANOMALY_DETECTION_BAND must be the id of a metric");
    }

    private Value insightRuleMetric(Node.Function call) throws MathException {
        arguments(call, 2, 2);
        String rule = text(call, 0);
        String metric = text(call, 1);
        if (!scope.isInsightRuleMetric(metric)) {
            throw new MathException("Argument 2 of INSIGHT_RULE_METRIC must be UniqueContributors,"
                    + " MaxContributorValue, SampleCount, Sum, Minimum, Maximum or Average");
        }
        return new Single(scope.insightRuleMetric(rule, metric));
    }

    /**
     * The quota at the times at which the metric has values. Quotas are by the second and usage by the period, so that it is what
     * the period allows.
     */
    private Value serviceQuota(Node.Function call) throws MathException {
        TimeSeries usage = scope.value(only(call)) instanceof Single single ? single.series() : null;
        TimeSeries.Origin origin = usage == null ? null : usage.origin();
        if (usage == null || origin == null) {
            throw new MathException("The function SERVICE_QUOTA takes a usage metric");
        }
        Integer perSecond = ServiceQuotas.perSecond(origin.metric());
        if (perSecond == null) {
            throw new MathException("There is no service quota associated to this metric");
        }
        double quota = (double) perSecond * usage.period();
        return new Single(usage.map(used -> quota));
    }
}

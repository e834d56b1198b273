package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Expression;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The calls of functions that add up in one stats command, each with the slot of the result that it fills. */
final class AggregateCalls {
    private static final double PERCENT = 100;

    private static final Set<String> NAMES = Set.of(
            "avg",
            "count",
            "count_distinct",
            "earliest",
            "latest",
            "max",
            "min",
            "pct",
            "sortsfirst",
            "sortslast",
            "stddev",
            "sum");

    private final ExpressionCompiler arguments;
    private final Scope input;
    private final Scope output;
    private final RunMemory memory;
    private final List<Aggregate.Maker> makers = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();

    /**
     * No calls yet.
     *
     * @param arguments compiles arguments over the rows that come in
     * @param output where results go
     */
    AggregateCalls(ExpressionCompiler arguments, Scope input, Scope output, RunMemory memory) {
        this.arguments = arguments;
        this.input = input;
        this.output = output;
        this.memory = memory;
    }

    static boolean isOne(String name) {
        return NAMES.contains(name);
    }

    List<Aggregate.Maker> makers() {
        return makers;
    }

    List<Integer> slots() {
        return slots;
    }

    /**
     * Adds a call.
     *
     * @return its result
     * @throws QuerySyntaxException when its arguments are wrong
     */
    Computed add(Expression.Invocation call) throws QuerySyntaxException {
        makers.add(maker(call));
        int slot = output.unnamed();
        slots.add(slot);
        return row -> row.get(slot);
    }

    private Aggregate.Maker maker(Expression.Invocation call) throws QuerySyntaxException {
        List<Expression> given = call.arguments();
        if (call.name().equals("count")) {
            return count(call);
        }
        int expected = call.name().equals("pct") ? 2 : 1;
        if (given.size() != expected || given.get(0) instanceof Expression.Star) {
            throw ExpressionCompiler.wrongArguments(call, String.valueOf(expected));
        }
        Computed value = arguments.compile(given.get(0));
        switch (call.name()) {
            case "avg":
                return () -> new Aggregates.Moments(value, Aggregates.Moments.Kind.AVG);
            case "sum":
                return () -> new Aggregates.Moments(value, Aggregates.Moments.Kind.SUM);
            case "stddev":
                return () -> new Aggregates.Moments(value, Aggregates.Moments.Kind.STDDEV);
            case "count_distinct":
                return () -> new Aggregates.CountDistinct(value, memory);
            case "max":
                return () -> new Aggregates.Extreme(value, true);
            case "min":
                return () -> new Aggregates.Extreme(value, false);
            case "sortsfirst":
                return () -> new Aggregates.First(value, value, false);
            case "sortslast":
                return () -> new Aggregates.First(value, value, true);
            case "pct":
                double percent = percent(given.get(1));
                return () -> new Aggregates.Percentile(value, percent, memory);
            default:
                boolean last = call.name().equals("latest");
                Computed time = input.resolve("@timestamp", false, call.span());
                return () -> new Aggregates.First(value, time, last);
        }
    }

    private Aggregate.Maker count(Expression.Invocation call) throws QuerySyntaxException {
        List<Expression> given = call.arguments();
        if (given.isEmpty() || given.get(0) instanceof Expression.Star) {
            return () -> new Aggregates.Count(null);
        }
        if (given.size() > 1) {
            throw ExpressionCompiler.wrongArguments(call, "0 to 1");
        }
        Computed value = arguments.compile(given.get(0));
        return () -> new Aggregates.Count(value);
    }

    private static double percent(Expression argument) throws QuerySyntaxException {
        boolean number = argument instanceof Expression.Literal literal && literal.value() instanceof Double;
        double percent = number ? (Double) ((Expression.Literal) argument).value() : Double.NaN;
        if (!(percent >= 0 && percent <= PERCENT)) {
            throw new QuerySyntaxException("invalid percentile (expected: a number from 0 to 100)", argument.span());
        }
        return percent;
    }
}

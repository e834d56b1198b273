package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Expression;
import io.vaportrail.logs.insights.language.Expression.Invocation;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes expressions ready to run over the rows of a scope. */
final class ExpressionCompiler {
    private static final Map<String, Function> FUNCTIONS = Functions.all();

    private final Scope scope;
    private final long startedMillis;
    private final @Nullable AggregateCalls aggregates;
    private final boolean unmasked;

    private ExpressionCompiler(Scope scope, long startedMillis, @Nullable AggregateCalls aggregates, boolean unmasked) {
        this.scope = scope;
        this.startedMillis = startedMillis;
        this.aggregates = aggregates;
        this.unmasked = unmasked;
    }

    /**
     * For expressions over the rows of a scope.
     *
     * @param startedMillis when the query was started, in milliseconds since 1970
     */
    static ExpressionCompiler over(Scope scope, long startedMillis) {
        return new ExpressionCompiler(scope, startedMillis, null, false);
    }

    /** For expressions in which functions may add up. */
    ExpressionCompiler with(AggregateCalls calls, Scope output) {
        return new ExpressionCompiler(output, startedMillis, calls, false);
    }

    /** For expressions over fields as they came. */
    ExpressionCompiler unmasked() {
        return new ExpressionCompiler(scope, startedMillis, aggregates, true);
    }

    /**
     * The value of an expression.
     *
     * @throws QuerySyntaxException when it makes no sense
     */
    Computed compile(Expression expression) throws QuerySyntaxException {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal.value());
        }
        int slot = scope.calledSlot(expression);
        if (slot >= 0) {
            return row -> row.get(slot);
        }
        if (expression instanceof Expression.Field field) {
            return scope.resolve(field.name(), unmasked, field.span());
        }
        if (expression instanceof Expression.Binary binary) {
            return Operators.binary(binary.operator(), compile(binary.left()), compile(binary.right()));
        }
        if (expression instanceof Expression.Unary unary) {
            return Operators.unary(unary.operator(), compile(unary.operand()));
        }
        if (expression instanceof Expression.Like like) {
            return Operators.like(like, compile(like.value()));
        }
        if (expression instanceof Expression.In in) {
            return Operators.in(compile(in.value()), compileAll(in.candidates()), in.negated());
        }
        if (expression instanceof Expression.Element element) {
            return element(compile(element.container()), compile(element.key()));
        }
        if (expression instanceof Invocation call) {
            return invocation(call);
        }
        String what = expression instanceof Expression.Star ? "'*'" : "a period";
        throw new QuerySyntaxException("unexpected symbol found " + what, expression.span());
    }

    private List<Computed> compileAll(List<Expression> expressions) throws QuerySyntaxException {
        List<Computed> compiled = new ArrayList<>();
        for (Expression expression : expressions) {
            compiled.add(compile(expression));
        }
        return List.copyOf(compiled);
    }

    private static Computed literal(Object value) {
        double number = Values.number(value);
        boolean truth = Values.truth(value);
        return new Computed() {
            @Override
            public Object value(Row row) {
                return value;
            }

            @Override
            public double number(Row row) {
                return number;
            }

            @Override
            public boolean test(Row row) {
                return truth;
            }
        };
    }

    private static Computed element(Computed container, Computed key) {
        return row -> {
            String name = key.text(row);
            return name == null ? null : Values.at(container.value(row), name);
        };
    }

    private Computed invocation(Invocation call) throws QuerySyntaxException {
        if (AggregateCalls.isOne(call.name())) {
            if (aggregates == null) {
                throw new QuerySyntaxException(
                        "the function " + call.name() + " can only be used in stats", call.span());
            }
            return aggregates.add(call);
        }
        if (call.name().equals("unmask")) {
            return unmask(call);
        }
        if (TimeFunctions.isOne(call.name())) {
            return time(call);
        }
        Function function = FUNCTIONS.get(call.name());
        if (function == null) {
            throw new QuerySyntaxException("unknown function " + call.name(), call.span());
        }
        int count = call.arguments().size();
        if (count < function.least() || count > function.most()) {
            throw wrongArguments(call, function.arguments());
        }
        return function.maker().of(compileAll(call.arguments()));
    }

    private Computed unmask(Invocation call) throws QuerySyntaxException {
        if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Expression.Field)) {
            throw wrongArguments(call, "one field");
        }
        return unmasked().compile(call.arguments().get(0));
    }

    private Computed time(Invocation call) throws QuerySyntaxException {
        List<Expression> given = call.arguments();
        switch (call.name()) {
            case "now":
                if (!given.isEmpty()) {
                    throw wrongArguments(call, "0");
                }
                return literal((double) (startedMillis / 1000));
            case "bin":
                if (given.size() != 1 || !(given.get(0) instanceof Expression.PeriodLiteral period)) {
                    throw wrongArguments(call, "one period, such as 5m");
                }
                return TimeFunctions.floor(scope.resolve("@timestamp", false, call.span()), period.period());
            case "datefloor", "dateceil":
                if (given.size() != 2 || !(given.get(1) instanceof Expression.PeriodLiteral period)) {
                    throw wrongArguments(call, "a time and a period, such as 5m");
                }
                Computed time = compile(given.get(0));
                return call.name().equals("datefloor")
                        ? TimeFunctions.floor(time, period.period())
                        : TimeFunctions.ceil(time, period.period());
            default:
                if (given.size() != 1) {
                    throw wrongArguments(call, "1");
                }
                Computed only = compile(given.get(0));
                return call.name().equals("tomillis") ? Computed.numeric(only::number) : TimeFunctions.fromMillis(only);
        }
    }

    static QuerySyntaxException wrongArguments(Invocation call, String expected) {
        return new QuerySyntaxException(
                "invalid arguments for function " + call.name() + " (expected: " + expected + ")", call.span());
    }
}

package io.vaportrail.logs.insights.language;

import java.util.List;

/** Writes expressions so that two have the same text when they are the same but for spaces and capitals of function names. */
public final class ExpressionText {
    private final StringBuilder text = new StringBuilder();

    private ExpressionText() {}

    /** The text of an expression. */
    public static String of(Expression expression) {
        ExpressionText written = new ExpressionText();
        written.add(expression);
        return written.text.toString();
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            quote(literal.value().getClass().getSimpleName(), literal.value().toString());
        } else if (expression instanceof Expression.PeriodLiteral period) {
            quote("period", period.period().toString());
        } else if (expression instanceof Expression.Field field) {
            quote("field", field.name());
        } else if (expression instanceof Expression.Star) {
            text.append('*');
        } else if (expression instanceof Expression.Invocation call) {
            call(call.name(), call.arguments());
        } else if (expression instanceof Expression.Unary unary) {
            call(unary.operator().name(), List.of(unary.operand()));
        } else if (expression instanceof Expression.Binary binary) {
            call(binary.operator().name(), List.of(binary.left(), binary.right()));
        } else if (expression instanceof Expression.Element element) {
            call("ELEMENT", List.of(element.container(), element.key()));
        } else if (expression instanceof Expression.In in) {
            call(in.negated() ? "NOT IN" : "IN", List.of(in.value()));
            call("OF", in.candidates());
        } else if (expression instanceof Expression.Like like) {
            call(like.negated() ? "NOT LIKE" : "LIKE", List.of(like.value()));
            quote(
                    like.regex() == null ? "text" : "regex",
                    String.valueOf(like.regex() == null ? like.text() : like.regex()));
        }
    }

    /** With its length in front, so that no text can look like the end of another. */
    private void quote(String kind, String value) {
        text.append(kind).append(':').append(value.length()).append(':').append(value);
    }

    private void call(String name, List<Expression> arguments) {
        text.append(name).append('(');
        for (Expression argument : arguments) {
            add(argument);
            text.append(',');
        }
        text.append(')');
    }
}

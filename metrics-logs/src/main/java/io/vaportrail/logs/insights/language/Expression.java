package io.vaportrail.logs.insights.language;

import io.vaportrail.logs.insights.regex.QueryRegex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value for each event. */
public sealed interface Expression {
    /** Where it stands. */
    Span span();

    /**
     * A constant.
     *
     * @param value a {@link String}, {@link Double} or {@link Boolean}
     */
    record Literal(Object value, Span span) implements Expression {}

    /** A length of time; only functions of time take one. */
    record PeriodLiteral(Period period, Span span) implements Expression {}

    /**
     * A field of the event or one that was made before.
     *
     * @param name with dots into JSON objects and arrays
     */
    record Field(String name, Span span) implements Expression {}

    /**
     * An element of a parsed JSON list or object.
     *
     * @param key a number for lists, a text for objects
     */
    record Element(Expression container, Expression key, Span span) implements Expression {}

    /** All events, as {@code count(*)} has it. */
    record Star(Span span) implements Expression {}

    /**
     * A function of its arguments.
     *
     * @param name in small letters
     */
    record Invocation(String name, List<Expression> arguments, Span span) implements Expression {}

    /** A sign or {@code not} before something. */
    record Unary(Operator operator, Expression operand, Span span) implements Expression {}

    /** Something between two. */
    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /** Whether a value is one of some. */
    record In(Expression value, List<Expression> candidates, boolean negated, Span span) implements Expression {}

    /**
     * Whether a text has something in it.
     *
     * @param text what it has in it, or {@code null} for a regular expression
     * @param regex the regular expression, or {@code null}
     */
    record Like(
            Expression value,
            @Nullable String text,
            @Nullable QueryRegex regex,
            boolean negated,
            Span span) implements Expression {}

    /** The operators. */
    enum Operator {
        OR,
        AND,
        NOT,
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        PLUS,
        MINUS,
        TIMES,
        DIVIDED,
        MODULO,
        POWER
    }
}

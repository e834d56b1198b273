package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Expression;
import io.vaportrail.logs.insights.language.Expression.Operator;
import io.vaportrail.logs.insights.regex.Bytes;
import io.vaportrail.logs.insights.regex.QueryRegex;
import io.vaportrail.logs.insights.regex.RegexMatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What operators give. A comparison with something missing does not
 * hold, nor does one of a number with what is none; a sum with something that is no number is missing. */
final class Operators {
    private Operators() {}

    static Computed unary(Operator operator, Computed operand) {
        return operator == Operator.NOT
                ? Computed.condition(row -> !operand.test(row))
                : Computed.numeric(row -> -operand.number(row));
    }

    static Computed binary(Operator operator, Computed left, Computed right) {
        return switch (operator) {
            case OR -> Computed.condition(row -> left.test(row) || right.test(row));
            case AND -> Computed.condition(row -> left.test(row) && right.test(row));
            case PLUS -> Computed.numeric(row -> left.number(row) + right.number(row));
            case MINUS -> Computed.numeric(row -> left.number(row) - right.number(row));
            case TIMES -> Computed.numeric(row -> left.number(row) * right.number(row));
            case DIVIDED -> Computed.numeric(row -> divided(left.number(row), right.number(row)));
            case MODULO -> Computed.numeric(row -> left.number(row) % right.number(row));
            case POWER -> Computed.numeric(row -> Math.pow(left.number(row), right.number(row)));
            case EQUAL -> equality(left, right, true);
            case NOT_EQUAL -> equality(left, right, false);
            default -> comparison(operator, left, right);
        };
    }

    /** Nothing can be divided by zero. */
    private static double divided(double number, double by) {
        return by == 0 ? Double.NaN : number / by;
    }

    private static Computed equality(Computed left, Computed right, boolean expected) {
        return Computed.condition(row -> {
            Object a = left.value(row);
            Object b = right.value(row);
            return a != null && b != null && Values.equal(a, b) == expected;
        });
    }

    private static Computed comparison(Operator operator, Computed left, Computed right) {
        return Computed.condition(row -> {
            Object a = left.value(row);
            Object b = right.value(row);
            if (a == null || b == null || !Values.areComparable(a, b)) {
                return false;
            }
            int order = Values.compare(a, b);
            return switch (operator) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                default -> order >= 0;
            };
        });
    }

    static Computed in(Computed value, List<Computed> candidates, boolean negated) {
        return Computed.condition(row -> {
            Object wanted = value.value(row);
            if (wanted == null) {
                return false;
            }
            for (Computed candidate : candidates) {
                Object one = candidate.value(row);
                if (one != null && Values.equal(wanted, one)) {
                    return !negated;
                }
            }
            return negated;
        });
    }

    static Computed like(Expression.Like like, Computed value) {
        boolean expected = !like.negated();
        Utf8 text = new Utf8();
        QueryRegex regex = like.regex();
        if (regex != null) {
            RegexMatcher matcher = regex.matcher();
            return Computed.condition(row ->
                    value.utf8(row, text) && matcher.find(text.buffer(), text.offset(), text.length()) == expected);
        }
        String part = like.text() == null ? "" : like.text();
        if (!value.isUtf8()) {
            return Computed.condition(row -> {
                String whole = value.text(row);
                return whole != null && whole.contains(part) == expected;
            });
        }
        byte[] wanted = part.getBytes(StandardCharsets.UTF_8);
        return Computed.condition(row -> value.utf8(row, text) && has(text, wanted) == expected);
    }

    private static boolean has(Utf8 text, byte[] wanted) {
        return Bytes.indexOf(text.buffer(), text.offset(), text.offset() + text.length(), wanted) >= 0;
    }
}

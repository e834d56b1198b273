package io.vaportrail.core.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of a condition, ready to be compared with the values of a request. */
sealed interface ConditionValue {
    /** Whether the request's value is what this one asks for. */
    boolean matches(String value, RequestContext context);

    /** The policy variables in it, as written. */
    List<String> variableNames();

    static ConditionValue of(ConditionOperator operator, String text, boolean variables) {
        return switch (operator.operand()) {
            case TEXT -> new Text(Pattern.of(text, variables, false), false);
            case FOLDED_TEXT -> new Text(Pattern.of(text, variables, false), true);
            case PATTERN -> new Text(Pattern.of(text, variables, true), false);
            case ARN -> new Arn(ArnPattern.of(text, variables));
            case NUMBER, DATE, ADDRESS_RANGE -> new Measured(operator, Pattern.of(text, variables, false));
        };
    }

    /** Text, with or without wildcards. */
    record Text(Pattern pattern, boolean ignoreCase) implements ConditionValue {
        @Override
        public boolean matches(String value, RequestContext context) {
            return pattern.matches(value, ignoreCase, context);
        }

        @Override
        public List<String> variableNames() {
            return pattern.variableNames();
        }
    }

    /** An ARN. */
    record Arn(ArnPattern pattern) implements ConditionValue {
        @Override
        public boolean matches(String value, RequestContext context) {
            return pattern.matches(value, context);
        }

        @Override
        public List<String> variableNames() {
            return pattern.variableNames();
        }
    }

    /** A number, a date or a range of addresses. What is not one matches nothing. */
    record Measured(ConditionOperator operator, Pattern pattern) implements ConditionValue {
        @Override
        public boolean matches(String value, RequestContext context) {
            String wanted = pattern.resolveText(context);
            if (wanted == null) {
                return false;
            }
            return switch (operator.operand()) {
                case NUMBER -> matchesNumber(value, wanted);
                case DATE -> matchesDate(value, wanted);
                default -> AddressRange.contains(wanted, value);
            };
        }

        private boolean matchesNumber(String value, String wanted) {
            Double left = number(value);
            Double right = number(wanted);
            return left != null && right != null && operator.order().holds(left.compareTo(right));
        }

        private boolean matchesDate(String value, String wanted) {
            Instant left = PolicyDate.parse(value);
            Instant right = PolicyDate.parse(wanted);
            return left != null && right != null && operator.order().holds(left.compareTo(right));
        }

        private static @Nullable Double number(String text) {
            try {
                double value = Double.parseDouble(text);
                return Double.isFinite(value) ? value + 0.0 : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Override
        public List<String> variableNames() {
            return pattern.variableNames();
        }
    }
}

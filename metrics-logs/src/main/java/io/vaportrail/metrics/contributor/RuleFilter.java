package io.vaportrail.metrics.contributor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event must be like to count. A field that an event lacks fulfils nothing but {@code IsPresent} false.
 *
 * @param field whose value is looked at
 * @param operator how
 * @param texts what it is compared with by {@code In}, {@code NotIn} and {@code StartsWith}: one of them is enough
 * @param number what it is compared with by the operators on numbers
 * @param present what {@code IsPresent} demands
 */
record RuleFilter(Field field, Operator operator, List<String> texts, double number, boolean present) {
    /** How a filter compares. */
    enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        STARTS_WITH("StartsWith"),
        GREATER_THAN("GreaterThan"),
        LESS_THAN("LessThan"),
        EQUAL_TO("EqualTo"),
        NOT_EQUAL_TO("NotEqualTo"),
        IS_PRESENT("IsPresent");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        /** As rules write it. */
        String text() {
            return text;
        }

        /** The operator that rules write so, or {@code null}. */
        static @Nullable Operator of(String text) {
            for (Operator operator : values()) {
                if (operator.text.equals(text)) {
                    return operator;
                }
            }
            return null;
        }
    }

    boolean passes(Fields fields) {
        String value = field.in(fields);
        if (operator == Operator.IS_PRESENT) {
            return present == (value != null);
        }
        if (value == null) {
            return false;
        }
        return switch (operator) {
            case IN -> texts.stream().anyMatch(text -> matches(text, value));
            case NOT_IN -> texts.stream().noneMatch(text -> matches(text, value));
            case STARTS_WITH -> texts.stream().anyMatch(value::startsWith);
            default -> compares(Fields.number(value));
        };
    }

    private boolean compares(double value) {
        return switch (operator) {
            case GREATER_THAN -> value > number;
            case LESS_THAN -> value < number;
            case EQUAL_TO -> value == number;
            default -> !Double.isNaN(value) && value != number;
        };
    }

    /** Whether a value is that text, in which each asterisk stands for any characters. */
    private static boolean matches(String text, String value) {
        int asterisk = text.indexOf('*');
        if (asterisk < 0) {
            return text.equals(value);
        }
        String[] parts = text.split("\\*", -1);
        String last = parts[parts.length - 1];
        if (!value.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = value.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return value.length() - at >= last.length() && value.endsWith(last);
    }
}

package io.vaportrail.trail.query;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value in a query. AWS writes many numbers and booleans as texts, so the literal decides how it is compared: a number with numbers
 * and with texts that spell one, everything else with texts and with what JSON spells alike.
 *
 * @param text the value as a text
 * @param number the value as a number, or {@code null} when it is none
 * @param isOrdered whether less and greater make sense
 */
record Literal(String text, @Nullable BigDecimal number, boolean isOrdered) {
    /** What counts as a number when it stands in a text. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,64}(\\.\\d{1,64})?");

    static Literal text(String text) {
        return new Literal(text, null, true);
    }

    static Literal number(String digits) {
        return new Literal(digits, new BigDecimal(digits), true);
    }

    static Literal flag(boolean flag) {
        return new Literal(String.valueOf(flag), null, false);
    }

    /**
     * Compares a value of a record with this one.
     *
     * @return negative when the value is less, 0 when equal, positive when greater; {@code null} when they cannot be compared
     */
    @Nullable Integer compare(Object value) {
        if (number == null) {
            String spelled = spell(value);
            return spelled == null ? null : compareTexts(spelled, text);
        }
        if (value instanceof BigDecimal other) {
            return other.compareTo(number);
        }
        return value instanceof String digits && NUMBER.matcher(digits).matches()
                ? new BigDecimal(digits).compareTo(number)
                : null;
    }

    /** A text, number or boolean as a text, or {@code null} for an object. */
    static @Nullable String spell(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Boolean ? value.toString() : null;
    }

    /** By code points, which differs from the order of Java's characters above U+D7FF. */
    private static int compareTexts(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                return surrogates ? Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b)) : a - b;
            }
        }
        return one.length() - other.length();
    }
}

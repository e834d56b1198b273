package io.vaportrail.logs.pattern;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values that can be compared. */
final class Scalars {
    /** Digits beyond which a text is no number that anybody compares. */
    private static final int LONGEST_NUMBER = 40;

    private Scalars() {}

    /** The text of a text, number or boolean, {@code null} for anything else. */
    static @Nullable String text(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    /** The number that a text is, {@link Double#NaN} when it is none. */
    static double number(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !isNumeric(text)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Keeps out what Java alone takes for a number: NaN, Infinity, hexadecimal digits, suffixes. */
    private static boolean isNumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }
}

package io.vaportrail.logs.pattern;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values that can be compared. */
public final class Scalars {
    /** Digits beyond which a text is no number that anybody compares. */
    private static final int LONGEST_NUMBER = 40;

    /** Digits that a double holds whatever they are. */
    private static final int EXACT_DIGITS = 15;

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
    public static double number(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !isNumeric(text)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Whether two texts are the same number, also beyond the digits that a double holds. */
    static boolean equal(String a, String b) {
        double first = number(a);
        if (Double.isNaN(first) || first != number(b)) {
            return false;
        }
        boolean exact = a.length() <= EXACT_DIGITS && b.length() <= EXACT_DIGITS;
        return exact || hasExponent(a) || hasExponent(b) || new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    }

    private static boolean hasExponent(String number) {
        return number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
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

package io.vaportrail.logs.insights.engine;

import io.vaportrail.core.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields: texts, {@link Double}, {@link Boolean}, {@link Timestamp}, {@link Long}, and maps and lists of parsed JSON. A
 * text that reads as a number counts as one.
 */
final class Values {
    /** Digits behind the point that results show. */
    private static final int DECIMALS = 4;

    /** Whole numbers up to here are shown as such. */
    private static final double WHOLE = 1e15;

    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST_NUMBER = 40;
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Values() {}

    /** What results show, or {@code null} for nothing. */
    static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Double number) {
            return text(number.doubleValue());
        }
        if (value instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Map<?, ?> || value instanceof Collection<?> ? Json.write(value) : value.toString();
    }

    static String text(double number) {
        if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return Long.toString((long) number);
        }
        if (Double.isInfinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    /** The number that a value is, {@link Double#NaN} when it is none. */
    static double number(@Nullable Object value) {
        if (value instanceof String text) {
            return number(text);
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Timestamp time) {
            return time.millis();
        }
        return value instanceof Boolean flag ? flag ? 1 : 0 : Double.NaN;
    }

    /** Reads the usual short numbers without a detour. */
    static double number(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST_NUMBER) {
            return Double.NaN;
        }
        int at = text.charAt(0) == '-' ? 1 : 0;
        long mantissa = 0;
        int digits = 0;
        int decimals = -1;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                mantissa = mantissa * 10 + (c - '0');
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slowNumber(text);
            }
            if (digits > EXACT_DIGITS) {
                return slowNumber(text);
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double number = decimals > 0 ? mantissa / TENS[decimals] : mantissa;
        return text.charAt(0) == '-' ? -number : number;
    }

    /** Keeps out what Java alone takes for a number: NaN, Infinity, hexadecimal digits, suffixes. */
    private static double slowNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** What is neither nothing, nor zero, nor false, nor empty. */
    static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value == null) {
            return false;
        }
        double number = number(value);
        return Double.isNaN(number) ? "true".equals(value) : number != 0;
    }

    /** Equal as numbers if both are, else as texts. What is missing equals nothing. */
    static boolean equal(Object a, Object b) {
        if (a instanceof String && a.equals(b)) {
            return true;
        }
        double left = number(a);
        double right = Double.isNaN(left) ? left : number(b);
        if (!Double.isNaN(right)) {
            return left == right;
        }
        if (a instanceof Boolean || b instanceof Boolean) {
            return a.toString().equals(b.toString());
        }
        return String.valueOf(text(a)).equals(text(b));
    }

    /** Whether one of two comes before the other: texts do, and numbers do, but not a number and a text that is none. */
    static boolean areComparable(Object a, Object b) {
        return a instanceof String && b instanceof String || Double.isNaN(number(a)) == Double.isNaN(number(b));
    }

    /** By number if both are, else by text. */
    static int compare(Object a, Object b) {
        double left = number(a);
        double right = Double.isNaN(left) ? left : number(b);
        if (!Double.isNaN(right)) {
            return Double.compare(left, right);
        }
        return String.valueOf(text(a)).compareTo(String.valueOf(text(b)));
    }

    /**
     * The order of sort: nothing, then what is no number, then numbers.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Sort.html">sort</a>
     */
    static int order(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        boolean leftNumber = !Double.isNaN(number(a));
        boolean rightNumber = !Double.isNaN(number(b));
        if (leftNumber != rightNumber) {
            return leftNumber ? 1 : -1;
        }
        return compare(a, b);
    }

    /** A part of parsed JSON by a path with dots, or {@code null}. */
    static @Nullable Object at(@Nullable Object container, String path) {
        if (container instanceof Map<?, ?> map && map.containsKey(path)) {
            return plain(map.get(path));
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return element(container, path);
        }
        return at(element(container, path.substring(0, dot)), path.substring(dot + 1));
    }

    /** A member of an object or, by its number, of a list. */
    static @Nullable Object element(@Nullable Object container, String key) {
        if (container instanceof Map<?, ?> map) {
            return plain(map.get(key));
        }
        if (container instanceof List<?> list) {
            double index = number(key);
            boolean inside = index >= 0 && index < list.size() && index == Math.rint(index);
            return inside ? plain(list.get((int) index)) : null;
        }
        return null;
    }

    /** Numbers of all kinds as {@link Double}, as far as nothing is lost. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Integer number ? Double.valueOf(number) : value;
    }
}

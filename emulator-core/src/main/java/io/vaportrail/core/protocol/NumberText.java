package io.vaportrail.core.protocol;

/** Which texts are numbers on the wire: ASCII digits, without the liberties that Java's own readers take. */
final class NumberText {
    private NumberText() {}

    /** Whether the text is digits after at most one minus sign. */
    static boolean isInteger(String text) {
        int length = text.length();
        int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        return length <= WireLimits.MAX_NUMBER_LENGTH && start < length && digitsFrom(text, start) == length;
    }

    /** Whether the text is an integer with at most one fraction and one exponent, each of at least a digit. */
    static boolean isDecimal(String text) {
        int length = text.length();
        if (length == 0 || length > WireLimits.MAX_NUMBER_LENGTH) {
            return false;
        }
        int start = text.charAt(0) == '-' ? 1 : 0;
        int at = digitsFrom(text, start);
        if (at == start) {
            return false;
        }
        if (at < length && text.charAt(at) == '.') {
            int end = digitsFrom(text, at + 1);
            if (end == at + 1) {
                return false;
            }
            at = end;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = at + 1;
            if (exponent < length && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            at = digitsFrom(text, exponent);
            return at > exponent && at == length;
        }
        return at == length;
    }

    private static int digitsFrom(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}

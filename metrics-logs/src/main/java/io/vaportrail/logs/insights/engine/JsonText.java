package io.vaportrail.logs.insights.engine;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Parts of JSON in UTF-8. */
final class JsonText {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private JsonText() {}

    /** The text that is written with escapes, or {@code null} when one is wrong. */
    static @Nullable String unescape(byte[] bytes, int from, int to) {
        String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            int place = at < raw.length() ? "\"\\/bfnrtu".indexOf(raw.charAt(at++)) : -1;
            if (place < 0) {
                return null;
            }
            if (place < "\"\\/bfnrt".length()) {
                text.append("\"\\/\b\f\n\r\t".charAt(place));
                continue;
            }
            int code = hex(raw, at);
            if (code < 0) {
                return null;
            }
            text.append((char) code);
            at += HEX_DIGITS;
        }
        return text.toString();
    }

    private static int hex(String text, int at) {
        if (at + HEX_DIGITS > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = at; i < at + HEX_DIGITS; i++) {
            int digit = Character.digit(text.charAt(i), HEX);
            if (digit < 0) {
                return -1;
            }
            code = code * HEX + digit;
        }
        return code;
    }

    /** Where the first opening brace stands, or the end. */
    static int objectStart(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] != '{') {
            at++;
        }
        return at;
    }

    /** Behind the brace that closes the one at the beginning, or the end when there is none. */
    static int objectEnd(byte[] text, int from, int to) {
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < to; at++) {
            byte c = text[at];
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return to;
    }

    /** Whether the bytes are a number of JSON. */
    static boolean isNumber(byte[] text, int from, int to) {
        int at = from < to && text[from] == '-' ? from + 1 : from;
        int start = at;
        at = digits(text, at, to);
        if (at == start || text[start] == '0' && at > start + 1) {
            return false;
        }
        if (at < to && text[at] == '.') {
            int fraction = at + 1;
            at = digits(text, fraction, to);
            if (at == fraction) {
                return false;
            }
        }
        if (at < to && (text[at] == 'e' || text[at] == 'E')) {
            int exponent = at + 1;
            if (exponent < to && (text[exponent] == '-' || text[exponent] == '+')) {
                exponent++;
            }
            at = digits(text, exponent, to);
            return at == to && at > exponent;
        }
        return at == to;
    }

    private static int digits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }
}

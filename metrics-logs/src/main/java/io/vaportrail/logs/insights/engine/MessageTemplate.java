package io.vaportrail.logs.insights.engine;

import java.util.Arrays;
import java.util.Locale;

/**
 * Finds what many messages have in common: the text with a token for each part that changes, such as {@code <Number-1>}, counted
 * from 1 in their order. For one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData_Patterns.html">Pattern analysis</a>
 */
final class MessageTemplate {
    /** Hexadecimal words from here on are ids. */
    private static final int SHORTEST_HEX = 8;

    private static final int ADDRESS_PARTS = 4;
    private static final int ADDRESS_DIGITS = 3;

    private static final boolean[] HEX = hex();

    private static final String[][] SEVERITIES = {
        {"FATAL", "FATAL"},
        {"CRITICAL", "FATAL"},
        {"ERROR", "ERROR"},
        {"WARN", "WARN"},
        {"INFO", "INFO"},
        {"DEBUG", "DEBUG"},
        {"TRACE", "TRACE"}
    };

    /** Room for the tokens of a few changing parts. */
    private static final int SPARE = 64;

    private char[] text = new char[256];
    private int length;
    private char[] template = new char[256];
    private int size;
    private int tokens;

    /** Makes the template of a message, to be had until the next one. */
    void read(String message) {
        length = message.length();
        if (length > text.length) {
            text = new char[length + length / 2];
        }
        message.getChars(0, length, text, 0);
        size = 0;
        tokens = 0;
        read();
    }

    /** The characters of the template, {@link #size()} of them; they change with the next message. */
    char[] template() {
        return template;
    }

    int size() {
        return size;
    }

    @Override
    public String toString() {
        return new String(template, 0, size);
    }

    /** What a template says of how bad it is: {@code ERROR} and the like, or {@code NONE}. */
    static String severity(String template) {
        String capitals = template.toUpperCase(Locale.ROOT);
        for (String[] severity : SEVERITIES) {
            if (capitals.contains(severity[0])) {
                return severity[1];
            }
        }
        return "NONE";
    }

    /** What stays is copied in one go, from where the last token ended. */
    private void read() {
        char[] chars = text;
        int end = length;
        int copied = 0;
        int at = 0;
        while (at < end) {
            char c = chars[at];
            if (c > 'f' || !HEX[c] || c > '9' && isWithinWord(at)) {
                at++;
                continue;
            }
            copy(copied, at);
            copied = at;
            int behind = token(at);
            if (behind == at) {
                at++;
            } else {
                at = behind;
                copied = behind;
            }
        }
        copy(copied, end);
    }

    private void copy(int from, int to) {
        int more = to - from;
        makeRoom(more);
        System.arraycopy(text, from, template, size, more);
        size += more;
    }

    private void makeRoom(int more) {
        if (size + more > template.length) {
            template = Arrays.copyOf(template, (size + more) * 2 + SPARE);
        }
    }

    /** Writes the token for what begins here, and gives where it ends; the same place when nothing that changes begins here. */
    private int token(int at) {
        boolean digit = isDigit(text[at]);
        int end = -1;
        if (!isWithinWord(at)) {
            if (digit) {
                end = named("Date", date(at));
                end = end >= 0 ? end : named("Time", time(at));
                end = end >= 0 ? end : named("IPAddress", whole(address(at)));
            }
            end = end >= 0 ? end : named("UUID", whole(shape(at, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")));
            end = end >= 0 ? end : named("Hex", hex(at));
        }
        if (end < 0 && digit) {
            end = named("Number", number(at));
        }
        return end < 0 ? at : end;
    }

    private int named(String kind, int end) {
        if (end >= 0) {
            String token = "<" + kind + "-" + ++tokens + ">";
            makeRoom(token.length());
            token.getChars(0, token.length(), template, size);
            size += token.length();
        }
        return end;
    }

    private int date(int at) {
        int day = shape(at, "dddd-dd-dd");
        if (day < 0 || day == length || text[day] != 'T' && text[day] != ' ') {
            return day;
        }
        int time = time(day + 1);
        if (time < 0) {
            return day;
        }
        if (time < length && text[time] == 'Z') {
            return time + 1;
        }
        int zone = Math.max(shape(time, "+dd:dd"), shape(time, "-dd:dd"));
        zone = Math.max(zone, Math.max(shape(time, "+dddd"), shape(time, "-dddd")));
        return zone < 0 ? time : zone;
    }

    private int time(int at) {
        int end = shape(at, "dd:dd:dd");
        boolean fraction =
                end >= 0 && end + 1 < length && (text[end] == '.' || text[end] == ',') && isDigit(text[end + 1]);
        return fraction ? digits(end + 1) : end;
    }

    private int address(int at) {
        int end = at;
        for (int i = 0; i < ADDRESS_PARTS; i++) {
            if (i > 0) {
                if (end >= length || text[end] != '.') {
                    return -1;
                }
                end++;
            }
            int part = end;
            end = digits(end);
            if (end == part || end - part > ADDRESS_DIGITS) {
                return -1;
            }
        }
        return end;
    }

    /** A word of hexadecimal digits that has both letters and digits, or one behind 0x. */
    private int hex(int at) {
        boolean marked = at + 1 < length && text[at] == '0' && text[at + 1] == 'x';
        int start = marked ? at + 2 : at;
        int end = start;
        boolean digit = false;
        boolean letter = false;
        while (end < length && isHex(text[end])) {
            digit |= isDigit(text[end]);
            letter |= !isDigit(text[end]);
            end++;
        }
        boolean id = marked ? end > start : digit && letter && end - start >= SHORTEST_HEX;
        return id ? whole(end) : -1;
    }

    private int number(int at) {
        int end = digits(at);
        boolean fraction = end + 1 < length && text[end] == '.' && isDigit(text[end + 1]);
        return fraction ? digits(end + 1) : end;
    }

    private int digits(int at) {
        int end = at;
        while (end < length && isDigit(text[end])) {
            end++;
        }
        return end;
    }

    /** Where a text of that shape ends, {@code d} for digits and {@code x} for hexadecimal ones, or -1. */
    private int shape(int at, String shape) {
        if (at + shape.length() > length) {
            return -1;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text[at + i];
            char wanted = shape.charAt(i);
            boolean fits = wanted == 'd' ? isDigit(c) : wanted == 'x' ? isHex(c) : c == wanted;
            if (!fits) {
                return -1;
            }
        }
        return at + shape.length();
    }

    /** The end, unless the word goes on. */
    private int whole(int end) {
        return end >= 0 && end < length && isOfWord(text[end]) ? -1 : end;
    }

    private boolean isWithinWord(int at) {
        return at > 0 && isOfWord(text[at - 1]);
    }

    private static boolean isOfWord(char c) {
        return c < 128 ? isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetterOrDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return c < HEX.length && HEX[c];
    }

    private static boolean[] hex() {
        boolean[] hex = new boolean['f' + 1];
        for (char c : "0123456789abcdefABCDEF".toCharArray()) {
            hex[c] = true;
        }
        return hex;
    }
}

package io.vaportrail.logs.insights.engine;

import java.util.Locale;

/**
 * Finds what many messages have in common: the text with a token for each part that changes, such as {@code <Number-1>}, counted
 * from 1 in their order.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData_Patterns.html">Pattern analysis</a>
 */
final class MessageTemplate {
    /** Hexadecimal words from here on are ids. */
    private static final int SHORTEST_HEX = 8;

    private static final int ADDRESS_PARTS = 4;
    private static final int ADDRESS_DIGITS = 3;

    private static final String[][] SEVERITIES = {
        {"FATAL", "FATAL"},
        {"CRITICAL", "FATAL"},
        {"ERROR", "ERROR"},
        {"WARN", "WARN"},
        {"INFO", "INFO"},
        {"DEBUG", "DEBUG"},
        {"TRACE", "TRACE"}
    };

    private final String text;
    private final StringBuilder template;
    private int tokens;

    private MessageTemplate(String text) {
        this.text = text;
        this.template = new StringBuilder(text.length() + 16);
    }

    /** The template of a message. */
    static String of(String message) {
        return new MessageTemplate(message).read();
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

    private String read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at;
            if (isHex(c) && (isDigit(c) || !isWithinWord(at))) {
                end = token(at);
            }
            if (end == at) {
                template.append(c);
                at++;
            } else {
                at = end;
            }
        }
        return template.toString();
    }

    /** Writes the token for what begins here, and gives where it ends; the same place when nothing that changes begins here. */
    private int token(int at) {
        int end = -1;
        if (!isWithinWord(at)) {
            end = named("Date", date(at));
            end = end >= 0 ? end : named("Time", time(at));
            end = end >= 0 ? end : named("UUID", whole(shape(at, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")));
            end = end >= 0 ? end : named("IPAddress", whole(address(at)));
            end = end >= 0 ? end : named("Hex", hex(at));
        }
        if (end < 0 && isDigit(text.charAt(at))) {
            end = named("Number", number(at));
        }
        return end < 0 ? at : end;
    }

    private int named(String kind, int end) {
        if (end >= 0) {
            template.append('<').append(kind).append('-').append(++tokens).append('>');
        }
        return end;
    }

    private int date(int at) {
        int day = shape(at, "dddd-dd-dd");
        if (day < 0 || day == text.length() || text.charAt(day) != 'T' && text.charAt(day) != ' ') {
            return day;
        }
        int time = time(day + 1);
        if (time < 0) {
            return day;
        }
        if (time < text.length() && text.charAt(time) == 'Z') {
            return time + 1;
        }
        int zone = Math.max(shape(time, "+dd:dd"), shape(time, "-dd:dd"));
        zone = Math.max(zone, Math.max(shape(time, "+dddd"), shape(time, "-dddd")));
        return zone < 0 ? time : zone;
    }

    private int time(int at) {
        int end = shape(at, "dd:dd:dd");
        boolean fraction = end >= 0
                && end + 1 < text.length()
                && (text.charAt(end) == '.' || text.charAt(end) == ',')
                && isDigit(text.charAt(end + 1));
        return fraction ? digits(end + 1) : end;
    }

    private int address(int at) {
        int end = at;
        for (int i = 0; i < ADDRESS_PARTS; i++) {
            if (i > 0) {
                if (end >= text.length() || text.charAt(end) != '.') {
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
        boolean marked = text.startsWith("0x", at);
        int start = marked ? at + 2 : at;
        int end = start;
        boolean digit = false;
        boolean letter = false;
        while (end < text.length() && isHex(text.charAt(end))) {
            digit |= isDigit(text.charAt(end));
            letter |= !isDigit(text.charAt(end));
            end++;
        }
        boolean id = marked ? end > start : digit && letter && end - start >= SHORTEST_HEX;
        return id ? whole(end) : -1;
    }

    private int number(int at) {
        int end = digits(at);
        boolean fraction = end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1));
        return fraction ? digits(end + 1) : end;
    }

    private int digits(int at) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where a text of that shape ends, {@code d} for digits and {@code x} for hexadecimal ones, or -1. */
    private int shape(int at, String shape) {
        if (at + shape.length() > text.length()) {
            return -1;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(at + i);
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
        return end >= 0 && end < text.length() && Character.isLetterOrDigit(text.charAt(end)) ? -1 : end;
    }

    private boolean isWithinWord(int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}

package io.vaportrail.logs.insights.pattern;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds what many messages have in common: the text with a token for each part that changes, such as {@code <Number-1>}, counted
 * from 1 in their order. Reads UTF-8 where it lies. For one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData_Patterns.html">Pattern analysis</a>
 */
public final class MessageTemplate {
    /** Hexadecimal words from here on are ids. */
    private static final int SHORTEST_HEX = 8;

    private static final int ADDRESS_PARTS = 4;
    private static final int ADDRESS_DIGITS = 3;

    private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    /** What a number can go on with, as the beginning of something else, or as one with a fraction. */
    private static final boolean[] GO_ON = goOn();

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

    /** What a part that changes is. */
    enum Kind {
        DATE("Date"),
        TIME("Time"),
        IP_ADDRESS("IPAddress"),
        UUID("UUID"),
        HEX("Hex"),
        NUMBER("Number");

        private final byte[] opening;

        Kind(String shown) {
            this.opening = ('<' + shown + '-').getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static final Kind[] KINDS = Kind.values();

    private byte[] text = new byte[0];
    private int start;
    private int end;
    private byte[] template = new byte[256];
    private int size;
    private int tokens;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private byte[] kinds = new byte[16];

    /** The kind of the token that was found last. */
    private Kind found = Kind.NUMBER;

    /** Makes the template of a message, in UTF-8, to be had until the next one. */
    public void read(byte[] buffer, int offset, int length) {
        begin(buffer, offset, length);
        size = 0;
        read();
    }

    /** Goes to the beginning of a message without reading it. */
    void begin(byte[] buffer, int offset, int length) {
        text = buffer;
        start = offset;
        end = offset + length;
        tokens = 0;
    }

    /** Takes the token that begins there, if one of that kind does. */
    boolean take(int at, Kind wanted) {
        int behind = at < end && Utf8Text.isHex(text[at]) && (isDigit(text[at]) || !isWithinWord(at)) ? token(at) : at;
        if (behind == at || found != wanted) {
            return false;
        }
        note(at, behind);
        return true;
    }

    /** Where the token ends that was taken last. */
    int behind() {
        return tokens == 0 ? start : ends[tokens - 1];
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The bytes of the template, {@link #size()} of them; they change with the next message. */
    public byte[] template() {
        return template;
    }

    /** How many bytes the template has. */
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return new String(template, 0, size, StandardCharsets.UTF_8);
    }

    /** How many parts change. */
    int tokens() {
        return tokens;
    }

    Kind kind(int token) {
        return KINDS[kinds[token]];
    }

    /** Where the part begins in {@link #text()}. */
    int start(int token) {
        return starts[token];
    }

    /** Where the part ends. */
    int end(int token) {
        return ends[token];
    }

    /** Where the message lies that was read last. */
    byte[] text() {
        return text;
    }

    /** What a template says of how bad it is: {@code ERROR} and the like, or {@code NONE}. */
    public static String severity(String template) {
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
        int copied = start;
        int at = start;
        while (at < end) {
            if (!Utf8Text.isHex(text[at]) || !isDigit(text[at]) && isWithinWord(at)) {
                at++;
                continue;
            }
            int behind = token(at);
            if (behind == at) {
                at++;
            } else {
                copy(copied, at);
                write(at, behind);
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

    private void note(int from, int to) {
        if (tokens == starts.length) {
            starts = Arrays.copyOf(starts, tokens * 2);
            ends = Arrays.copyOf(ends, tokens * 2);
            kinds = Arrays.copyOf(kinds, tokens * 2);
        }
        starts[tokens] = from;
        ends[tokens] = to;
        kinds[tokens] = (byte) found.ordinal();
        tokens++;
    }

    private void write(int from, int to) {
        note(from, to);
        makeRoom(SPARE);
        System.arraycopy(found.opening, 0, template, size, found.opening.length);
        size += found.opening.length;
        writeNumber(tokens);
        template[size++] = '>';
    }

    private void writeNumber(int number) {
        if (number >= 10) {
            writeNumber(number / 10);
        }
        template[size++] = (byte) ('0' + number % 10);
    }

    /** Where the token ends that begins here; the same place when nothing that changes begins here. */
    private int token(int at) {
        boolean digit = isDigit(text[at]);
        if (digit) {
            int number = digits(at);
            if (number == end || !GO_ON[text[number] & 0xff]) {
                found = Kind.NUMBER;
                return number;
            }
        }
        int behind = -1;
        if (!isWithinWord(at)) {
            if (digit) {
                behind = named(Kind.DATE, date(at));
                behind = behind >= 0 ? behind : named(Kind.TIME, time(at));
                behind = behind >= 0 ? behind : named(Kind.IP_ADDRESS, whole(address(at)));
            }
            behind = behind >= 0 ? behind : named(Kind.UUID, whole(shape(at, UUID)));
            behind = behind >= 0 ? behind : named(Kind.HEX, hex(at));
        }
        if (behind < 0 && digit) {
            behind = named(Kind.NUMBER, number(at));
        }
        return behind < 0 ? at : behind;
    }

    private int named(Kind kind, int behind) {
        if (behind >= 0) {
            found = kind;
        }
        return behind;
    }

    private int date(int at) {
        int day = shape(at, "dddd-dd-dd");
        if (day < 0 || day == end || text[day] != 'T' && text[day] != ' ') {
            return day;
        }
        int time = time(day + 1);
        if (time < 0) {
            return day;
        }
        if (time < end && text[time] == 'Z') {
            return time + 1;
        }
        int zone = Math.max(shape(time, "+dd:dd"), shape(time, "-dd:dd"));
        zone = Math.max(zone, Math.max(shape(time, "+dddd"), shape(time, "-dddd")));
        return zone < 0 ? time : zone;
    }

    private int time(int at) {
        int seconds = shape(at, "dd:dd:dd");
        boolean fraction = seconds >= 0
                && seconds + 1 < end
                && (text[seconds] == '.' || text[seconds] == ',')
                && isDigit(text[seconds + 1]);
        return fraction ? digits(seconds + 1) : seconds;
    }

    private int address(int at) {
        int behind = at;
        for (int i = 0; i < ADDRESS_PARTS; i++) {
            if (i > 0) {
                if (behind >= end || text[behind] != '.') {
                    return -1;
                }
                behind++;
            }
            int part = behind;
            behind = digits(behind);
            if (behind == part || behind - part > ADDRESS_DIGITS) {
                return -1;
            }
        }
        return behind;
    }

    /** A word of hexadecimal digits that has both letters and digits, or one behind 0x. */
    private int hex(int at) {
        boolean marked = at + 1 < end && text[at] == '0' && text[at + 1] == 'x';
        int first = marked ? at + 2 : at;
        int behind = first;
        boolean digit = false;
        boolean letter = false;
        while (behind < end && Utf8Text.isHex(text[behind])) {
            digit |= isDigit(text[behind]);
            letter |= !isDigit(text[behind]);
            behind++;
        }
        boolean id = marked ? behind > first : digit && letter && behind - first >= SHORTEST_HEX;
        return id ? whole(behind) : -1;
    }

    private int number(int at) {
        int behind = digits(at);
        boolean fraction = behind + 1 < end && text[behind] == '.' && isDigit(text[behind + 1]);
        return fraction ? digits(behind + 1) : behind;
    }

    private int digits(int at) {
        int behind = at;
        while (behind < end && isDigit(text[behind])) {
            behind++;
        }
        return behind;
    }

    /** Where a text of that shape ends, {@code d} for digits and {@code x} for hexadecimal ones, or -1. */
    private int shape(int at, String shape) {
        if (at + shape.length() > end) {
            return -1;
        }
        for (int i = 0; i < shape.length(); i++) {
            byte c = text[at + i];
            char wanted = shape.charAt(i);
            boolean fits = wanted == 'd' ? isDigit(c) : wanted == 'x' ? Utf8Text.isHex(c) : c == wanted;
            if (!fits) {
                return -1;
            }
        }
        return at + shape.length();
    }

    /** The end, unless the word goes on. */
    private int whole(int behind) {
        return behind >= 0 && behind < end && Utf8Text.isOfWordFrom(text, behind, end) ? -1 : behind;
    }

    private boolean isWithinWord(int at) {
        return at > start && Utf8Text.isOfWordBefore(text, at, start);
    }

    private static boolean[] goOn() {
        boolean[] goOn = new boolean[256];
        for (byte c : "-:.xabcdefABCDEF".getBytes(StandardCharsets.US_ASCII)) {
            goOn[c] = true;
        }
        return goOn;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}

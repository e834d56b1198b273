package io.vaportrail.core.protocol;

import io.vaportrail.schema.TimestampFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps on the wire: of the years 1 to 9999, read strictly and in UTC alone.
 *
 * @see <a href="https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait">Smithy: timestampFormat</a>
 */
public final class Timestamps {
    private static final long MIN_SECOND = -62_135_596_800L;
    private static final long MAX_SECOND = 253_402_300_799L;
    private static final int MAX_LENGTH = 64;
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Timestamps() {}

    /** The timestamp written in the format, or {@code null} when the text is not in that format. */
    public static @Nullable Instant parse(String text, TimestampFormat format) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return switch (format) {
                case DATE_TIME -> parseDateTime(text);
                case HTTP_DATE -> parseHttpDate(text);
                case EPOCH_SECONDS -> NumberText.isDecimal(text) ? ofEpochSeconds(new BigDecimal(text)) : null;
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** The timestamp in the format, with as much of a fraction as it has, down to the millisecond. */
    public static String format(Instant instant, TimestampFormat format) {
        StringBuilder text = new StringBuilder(32);
        switch (format) {
            case DATE_TIME -> formatDateTime(text, instant);
            case HTTP_DATE -> formatHttpDate(text, instant);
            case EPOCH_SECONDS -> formatEpochSeconds(text, instant);
        }
        return text.toString();
    }

    /** The instant so many seconds after 1970, or {@code null} when that lies outside the years 1 to 9999. */
    public static @Nullable Instant ofEpochSeconds(long seconds) {
        return seconds < MIN_SECOND || seconds > MAX_SECOND ? null : Instant.ofEpochSecond(seconds);
    }

    /** The instant so many seconds after 1970, to the nanosecond, or {@code null} outside the years 1 to 9999. */
    public static @Nullable Instant ofEpochSeconds(BigDecimal seconds) {
        double magnitude = seconds.doubleValue();
        if (!(magnitude >= MIN_SECOND && magnitude < MAX_SECOND + 1.0)) {
            return null;
        }
        if (Math.abs(magnitude) < 1e-9) {
            return Instant.EPOCH;
        }
        BigDecimal exact = seconds.setScale(9, RoundingMode.FLOOR);
        long whole = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
        return Instant.ofEpochSecond(
                whole,
                exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValueExact());
    }

    /** The instant so many seconds after 1970, to the millisecond, or {@code null} outside the years 1 to 9999. */
    public static @Nullable Instant ofEpochSeconds(double seconds) {
        if (!(seconds >= MIN_SECOND && seconds < MAX_SECOND + 1.0)) {
            return null;
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1_000));
    }

    private static @Nullable Instant parseDateTime(String text) {
        int length = text.length();
        if (length < 20
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(length - 1) != 'Z') {
            return null;
        }
        int nanos = fraction(text, 19, length - 1);
        return of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10), text, 11, nanos);
    }

    private static @Nullable Instant parseHttpDate(String text) {
        int length = text.length();
        if (length < 29 || !text.startsWith(", ", 3) || text.charAt(7) != ' ' || text.charAt(11) != ' ') {
            return null;
        }
        if (text.charAt(16) != ' ' || !text.endsWith(" GMT") || indexOf(DAYS, text, 0) < 0) {
            return null;
        }
        int nanos = fraction(text, 25, length - 4);
        return of(digits(text, 12, 16), indexOf(MONTHS, text, 8) + 1, digits(text, 5, 7), text, 17, nanos);
    }

    /** The rest of both formats: {@code hh:mm:ss} from the index given. */
    private static @Nullable Instant of(int year, int month, int day, String text, int time, int nanos) {
        if (text.charAt(time + 2) != ':' || text.charAt(time + 5) != ':' || nanos < 0 || year < 1) {
            return null;
        }
        int hour = digits(text, time, time + 2);
        int minute = digits(text, time + 3, time + 5);
        int second = digits(text, time + 6, time + 8);
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos).toInstant(ZoneOffset.UTC);
    }

    private static int indexOf(String[] names, String text, int at) {
        for (int i = 0; i < names.length; i++) {
            if (text.startsWith(names[i], at)) {
                return i;
            }
        }
        return -1;
    }

    /** The number in digits, or -1, which no field of a date allows. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The nanoseconds of a fraction, its point included; nothing at all is none; -1 when it is no fraction. */
    private static int fraction(String text, int from, int to) {
        if (from == to) {
            return 0;
        }
        if (text.charAt(from) != '.' || from + 1 == to) {
            return -1;
        }
        int nanos = 0;
        int unit = 100_000_000;
        for (int i = from + 1; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            nanos += digit * unit;
            unit /= 10;
        }
        return nanos;
    }

    private static void formatDateTime(StringBuilder text, Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        padded(text, time.getYear(), 4).append('-');
        padded(text, time.getMonthValue(), 2).append('-');
        padded(text, time.getDayOfMonth(), 2).append('T');
        formatTime(text, time);
        appendMillis(text, instant);
        text.append('Z');
    }

    private static void formatHttpDate(StringBuilder text, Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        text.append(DAYS[time.getDayOfWeek().getValue() - 1]).append(", ");
        padded(text, time.getDayOfMonth(), 2).append(' ');
        text.append(MONTHS[time.getMonthValue() - 1]).append(' ');
        padded(text, time.getYear(), 4).append(' ');
        formatTime(text, time);
        appendMillis(text, instant);
        text.append(" GMT");
    }

    private static void formatEpochSeconds(StringBuilder text, Instant instant) {
        long millis = instant.toEpochMilli();
        if (millis < 0 && millis > -1_000) {
            text.append('-');
        }
        text.append(millis / 1_000);
        appendFraction(text, (int) Math.abs(millis % 1_000));
    }

    private static void formatTime(StringBuilder text, LocalDateTime time) {
        padded(text, time.getHour(), 2).append(':');
        padded(text, time.getMinute(), 2).append(':');
        padded(text, time.getSecond(), 2);
    }

    private static void appendMillis(StringBuilder text, Instant instant) {
        appendFraction(text, instant.getNano() / 1_000_000);
    }

    private static void appendFraction(StringBuilder text, int millis) {
        if (millis == 0) {
            return;
        }
        padded(text.append('.'), millis, 3);
        while (text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
    }

    private static StringBuilder padded(StringBuilder text, int value, int width) {
        for (int limit = width == 4 ? 1_000 : width == 3 ? 100 : 10; value < limit && limit > 1; limit /= 10) {
            text.append('0');
        }
        return text.append(value);
    }
}

package io.vaportrail.metrics.alarm.mute;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression of five fields: minutes, hours, day of month, month, day of week. Each takes {@code *}, numbers, ranges
 * {@code 1-5}, steps {@code 0/15} and lists; months and weekdays take names, the day of month takes {@code L} for the last. When
 * both days are restricted, either will do.
 */
final class Cron {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIELDS = 5;
    private static final int LAST_MINUTE = 59;
    private static final int LAST_HOUR = 23;
    private static final int LAST_DAY = 31;
    private static final int LAST_MONTH = 12;
    private static final int SUNDAY_AGAIN = 7;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final boolean lastDay;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private Cron(String[] fields) {
        minutes = field(fields[0], 0, LAST_MINUTE, List.of(), 0);
        hours = field(fields[1], 0, LAST_HOUR, List.of(), 0);
        lastDay = fields[2].equalsIgnoreCase("L");
        days = lastDay ? new BitSet() : field(fields[2], 1, LAST_DAY, List.of(), 0);
        months = field(fields[3], 1, LAST_MONTH, MONTHS, 1);
        weekdays = field(fields[4], 0, SUNDAY_AGAIN, WEEKDAYS, 0);
        if (weekdays.get(SUNDAY_AGAIN)) {
            weekdays.set(0);
        }
        anyDay = any(fields[2]);
        anyWeekday = any(fields[4]);
    }

    /** Reads what stands between the brackets of {@code cron(…)}; {@code null} when it is not one. */
    static @Nullable Cron parse(String text) {
        String[] fields = text.trim().split("\\s+");
        if (fields.length != FIELDS) {
            return null;
        }
        try {
            return new Cron(fields);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean any(String field) {
        return field.equals("*") || field.equals("?");
    }

    private static BitSet field(String field, int first, int last, List<String> names, int base) {
        BitSet bits = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] step = part.split("/", 2);
            int every = step.length == 1 ? 1 : number(step[1], 1, last, List.of(), 0);
            int from = first;
            int to = last;
            if (!any(step[0])) {
                String[] range = step[0].split("-", 2);
                from = number(range[0], first, last, names, base);
                to = range.length == 2 ? number(range[1], from, last, names, base) : step.length == 2 ? last : from;
            }
            for (int i = from; i <= to; i += every) {
                bits.set(i);
            }
        }
        return bits;
    }

    private static int number(String text, int first, int last, List<String> names, int base) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        int number = named >= 0 ? named + base : Integer.parseInt(text);
        if (number < first || number > last) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private boolean on(LocalDate date) {
        if (!months.get(date.getMonthValue())) {
            return false;
        }
        boolean day = lastDay ? date.getDayOfMonth() == date.lengthOfMonth() : days.get(date.getDayOfMonth());
        boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % SUNDAY_AGAIN);
        if (anyDay || anyWeekday) {
            return (anyDay || day) && (anyWeekday || weekday);
        }
        return day || weekday;
    }

    /** The latest moment up to a time, no more than so many days back; {@code null} when there is none. */
    @Nullable LocalDateTime latest(LocalDateTime until, int daysBack) {
        for (int back = 0; back <= daysBack; back++) {
            LocalDate date = until.toLocalDate().minusDays(back);
            if (on(date)) {
                LocalDateTime found = latestOf(date, back == 0 ? until : date.atTime(LAST_HOUR, LAST_MINUTE));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable LocalDateTime latestOf(LocalDate date, LocalDateTime until) {
        for (int hour = hours.previousSetBit(until.getHour()); hour >= 0; hour = hours.previousSetBit(hour - 1)) {
            int minute = minutes.previousSetBit(hour == until.getHour() ? until.getMinute() : LAST_MINUTE);
            if (minute >= 0) {
                return date.atTime(hour, minute);
            }
        }
        return null;
    }
}

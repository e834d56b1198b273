package io.vaportrail.events.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/** The days of a cron expression: by day of month or by day of week, the other being {@code ?}. */
@FunctionalInterface
interface CronDays {
    /** Whether it fires on a day. */
    boolean includes(LocalDate day);

    /**
     * Reads the two fields.
     *
     * @throws IllegalArgumentException when they are none, or when not exactly one of them is {@code ?}
     */
    static CronDays read(String dayOfMonth, String dayOfWeek) {
        boolean byWeek = dayOfMonth.equals("?");
        if (byWeek == dayOfWeek.equals("?")) {
            throw new IllegalArgumentException("days: " + dayOfMonth + " " + dayOfWeek + " (expected: one of them ?)");
        }
        return byWeek ? Weekdays.read(dayOfWeek) : Monthdays.read(dayOfMonth);
    }

    /** Days of a month: numbers, {@code L} for the last, {@code 15W} for the weekday nearest to the 15th, {@code LW}. */
    final class Monthdays {
        private static final int LAST_DAY = 31;
        private static final CronField FIELD = new CronField(1, LAST_DAY, List.of());

        private Monthdays() {}

        private static CronDays read(String text) {
            if (text.equals("L")) {
                return day -> day.getDayOfMonth() == day.lengthOfMonth();
            }
            if (text.equals("LW")) {
                return day -> day.equals(nearestWeekday(day.withDayOfMonth(day.lengthOfMonth())));
            }
            if (text.endsWith("W")) {
                int wanted = FIELD.number(text.substring(0, text.length() - 1));
                return day -> wanted <= day.lengthOfMonth() && day.equals(nearestWeekday(day.withDayOfMonth(wanted)));
            }
            BitSet days = FIELD.read(text);
            return day -> days.get(day.getDayOfMonth());
        }

        /** The nearest day from Monday to Friday in the same month. */
        private static LocalDate nearestWeekday(LocalDate day) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
                return day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
            }
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
            }
            return day;
        }
    }

    /** Days of a week from 1 for Sunday: numbers, {@code L} for Saturday, {@code 6L} for the month's last, {@code 6#3} for its third. */
    final class Weekdays {
        private static final int DAYS = 7;
        private static final int MOST_WEEKS = 5;
        private static final CronField FIELD =
                new CronField(1, DAYS, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

        private Weekdays() {}

        private static CronDays read(String text) {
            int hash = text.indexOf('#');
            if (hash > 0) {
                int wanted = FIELD.number(text.substring(0, hash));
                int week = new CronField(1, MOST_WEEKS, List.of()).number(text.substring(hash + 1));
                return day -> number(day) == wanted && (day.getDayOfMonth() - 1) / DAYS == week - 1;
            }
            if (text.equals("L")) {
                return day -> number(day) == DAYS;
            }
            if (text.endsWith("L")) {
                int wanted = FIELD.number(text.substring(0, text.length() - 1));
                return day -> number(day) == wanted && day.getDayOfMonth() + DAYS > day.lengthOfMonth();
            }
            BitSet days = FIELD.read(text);
            return day -> days.get(number(day));
        }

        private static int number(LocalDate day) {
            return day.getDayOfWeek().getValue() % DAYS + 1;
        }
    }
}

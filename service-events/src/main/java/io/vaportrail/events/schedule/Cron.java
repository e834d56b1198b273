package io.vaportrail.events.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression of six fields in UTC: minutes, hours, day of month, month, day of week, year. One of the two days must be
 * {@code ?}.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions">Cron
 *     expressions</a>
 */
final class Cron implements Schedule {
    private static final String START = "cron(";
    private static final int FIELDS = 6;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final int LAST_MINUTE = 59;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MONTH = 12;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private final String expression;
    private final BitSet minutes;
    private final BitSet hours;
    private final CronDays days;
    private final BitSet months;
    private final BitSet years;

    private Cron(String expression, String[] fields) {
        this.expression = expression;
        minutes = new CronField(0, LAST_MINUTE, List.of()).read(fields[0]);
        hours = new CronField(0, LAST_HOUR, List.of()).read(fields[1]);
        days = CronDays.read(fields[2], fields[4]);
        months = new CronField(1, LAST_MONTH, MONTHS).read(fields[3]);
        years = new CronField(FIRST_YEAR, LAST_YEAR, List.of()).read(fields[5]);
    }

    static @Nullable Cron parse(String expression) {
        if (!expression.startsWith(START) || !expression.endsWith(")")) {
            return null;
        }
        String[] fields = expression
                .substring(START.length(), expression.length() - 1)
                .trim()
                .split("\\s+");
        if (fields.length != FIELDS) {
            return null;
        }
        try {
            return new Cron(expression, fields);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String expression() {
        return expression;
    }

    @Override
    public long after(long startMillis, long nowMillis) {
        LocalDateTime from = LocalDateTime.ofInstant(Instant.ofEpochMilli(nowMillis), ZoneOffset.UTC)
                .withSecond(0)
                .withNano(0)
                .plusMinutes(1);
        LocalDate date = from.toLocalDate();
        int minuteOfDay = from.getHour() * (LAST_MINUTE + 1) + from.getMinute();
        while (true) {
            int year = years.nextSetBit(date.getYear());
            if (year < 0) {
                return NEVER;
            }
            if (year > date.getYear()) {
                date = LocalDate.of(year, 1, 1);
                minuteOfDay = 0;
            }
            if (!months.get(date.getMonthValue())) {
                date = date.withDayOfMonth(1).plusMonths(1);
                minuteOfDay = 0;
                continue;
            }
            int minute = days.includes(date) ? nextMinute(minuteOfDay) : -1;
            if (minute >= 0) {
                return date.atTime(minute / (LAST_MINUTE + 1), minute % (LAST_MINUTE + 1))
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
            }
            date = date.plusDays(1);
            minuteOfDay = 0;
        }
    }

    /** The first minute of a day from that one on, or -1. */
    private int nextMinute(int fromMinuteOfDay) {
        int fromHour = fromMinuteOfDay / (LAST_MINUTE + 1);
        int minute = hours.get(fromHour) ? minutes.nextSetBit(fromMinuteOfDay % (LAST_MINUTE + 1)) : -1;
        if (minute >= 0) {
            return fromHour * (LAST_MINUTE + 1) + minute;
        }
        int hour = hours.nextSetBit(fromHour + 1);
        return hour < 0 ? -1 : hour * (LAST_MINUTE + 1) + minutes.nextSetBit(0);
    }
}

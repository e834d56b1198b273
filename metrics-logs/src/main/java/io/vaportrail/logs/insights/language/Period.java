package io.vaportrail.logs.insights.language;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A length of time, as {@code bin(5m)} has it.
 *
 * @param amount how many, from 1
 * @param unit months count those of the calendar
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html">Datetime
 *     functions</a>
 */
public record Period(int amount, Unit unit) {
    private static final int MONTHS_OF_YEAR = 12;
    private static final int MONTHS_OF_QUARTER = 3;

    /** The units; AWS takes no more than {@code most} of each and counts what is above as that. */
    public enum Unit {
        MILLISECOND(1, 1000),
        SECOND(1000, 60),
        MINUTE(60_000, 60),
        HOUR(3_600_000, 24),
        DAY(86_400_000, 31),
        WEEK(604_800_000, 52),
        MONTH(0, 12),
        QUARTER(0, 4),
        YEAR(0, 100);

        private final long millis;
        private final int most;

        Unit(long millis, int most) {
            this.millis = millis;
            this.most = most;
        }
    }

    private static final Map<String, Unit> NAMES = Map.ofEntries(
            Map.entry("ms", Unit.MILLISECOND),
            Map.entry("msec", Unit.MILLISECOND),
            Map.entry("millisecond", Unit.MILLISECOND),
            Map.entry("s", Unit.SECOND),
            Map.entry("sec", Unit.SECOND),
            Map.entry("second", Unit.SECOND),
            Map.entry("m", Unit.MINUTE),
            Map.entry("min", Unit.MINUTE),
            Map.entry("minute", Unit.MINUTE),
            Map.entry("h", Unit.HOUR),
            Map.entry("hr", Unit.HOUR),
            Map.entry("hour", Unit.HOUR),
            Map.entry("d", Unit.DAY),
            Map.entry("day", Unit.DAY),
            Map.entry("w", Unit.WEEK),
            Map.entry("week", Unit.WEEK),
            Map.entry("mo", Unit.MONTH),
            Map.entry("mon", Unit.MONTH),
            Map.entry("month", Unit.MONTH),
            Map.entry("q", Unit.QUARTER),
            Map.entry("qtr", Unit.QUARTER),
            Map.entry("quarter", Unit.QUARTER),
            Map.entry("y", Unit.YEAR),
            Map.entry("yr", Unit.YEAR),
            Map.entry("year", Unit.YEAR));

    /** Reads {@code 5m}, {@code 2hours} and the like, or gives {@code null}. */
    static @Nullable Period of(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            return null;
        }
        int amount = Integer.parseInt(text.substring(0, digits));
        String name = text.substring(digits);
        Unit unit = NAMES.get(name);
        if (unit == null && name.length() > 2 && name.endsWith("s")) {
            unit = NAMES.get(name.substring(0, name.length() - 1));
        }
        return unit == null || amount == 0 ? null : new Period(Math.min(amount, unit.most), unit);
    }

    /** The beginning of the period that the time lies in, in milliseconds since 1970. Weeks begin on Mondays. */
    public long floor(long millis) {
        if (unit == Unit.WEEK) {
            long monday = -3 * Unit.DAY.millis;
            return Math.floorDiv(millis - monday, amount * unit.millis) * amount * unit.millis + monday;
        }
        if (unit.millis > 0) {
            return Math.floorDiv(millis, amount * unit.millis) * amount * unit.millis;
        }
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC);
        int month = Math.floorDiv(time.getYear() * MONTHS_OF_YEAR + time.getMonthValue() - 1, months()) * months();
        return startOf(month);
    }

    /** The first beginning of a period that is not before the time, in milliseconds since 1970. */
    public long ceil(long millis) {
        long floor = floor(millis);
        if (floor == millis) {
            return floor;
        }
        if (unit.millis > 0) {
            return floor + amount * unit.millis;
        }
        return Instant.ofEpochMilli(floor)
                .atZone(ZoneOffset.UTC)
                .plusMonths(months())
                .toInstant()
                .toEpochMilli();
    }

    private int months() {
        return switch (unit) {
            case YEAR -> amount * MONTHS_OF_YEAR;
            case QUARTER -> amount * MONTHS_OF_QUARTER;
            default -> amount;
        };
    }

    private static long startOf(int monthsSinceZero) {
        return ZonedDateTime.of(
                        Math.floorDiv(monthsSinceZero, MONTHS_OF_YEAR),
                        Math.floorMod(monthsSinceZero, MONTHS_OF_YEAR) + 1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant()
                .toEpochMilli();
    }
}

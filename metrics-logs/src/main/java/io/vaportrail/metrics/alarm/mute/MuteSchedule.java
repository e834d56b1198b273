package io.vaportrail.metrics.alarm.mute;

import io.vaportrail.metrics.alarm.AlarmErrors;
import io.vaportrail.metrics.alarm.AlarmLimits;
import io.vaportrail.model.cloudwatch.Schedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a mute rule is active: from each moment of a {@code cron(…)} expression, or from the one moment of an {@code at(…)}
 * expression, for a duration.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Schedule.html">Schedule</a>
 */
public final class MuteSchedule {
    /** There is no window. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);

    private final Schedule definition;
    private final @Nullable Cron cron;
    private final long at;
    private final ZoneId zone;
    private final Duration duration;

    private MuteSchedule(Schedule definition, @Nullable Cron cron, long at, ZoneId zone, Duration duration) {
        this.definition = definition;
        this.cron = cron;
        this.at = at;
        this.zone = zone;
        this.duration = duration;
    }

    /**
     * Reads a schedule.
     *
     * @throws io.vaportrail.schema.ServiceException when it is none
     */
    public static MuteSchedule of(Schedule definition) {
        ZoneId zone = zone(definition.timezone());
        Duration duration = duration(definition.duration());
        String expression = definition.expression().trim();
        if (expression.startsWith("cron(") && expression.endsWith(")")) {
            Cron cron = Cron.parse(inside(expression));
            if (cron != null) {
                return new MuteSchedule(definition, cron, 0, zone, duration);
            }
        } else if (expression.startsWith("at(") && expression.endsWith(")")) {
            return new MuteSchedule(definition, null, moment(inside(expression), zone), zone, duration);
        }
        throw invalid(
                "Expression", expression, "cron(Minutes Hours Day-of-month Month Day-of-week) or at(yyyy-MM-ddThh:mm)");
    }

    private static String inside(String expression) {
        return expression.substring(expression.indexOf('(') + 1, expression.length() - 1);
    }

    private static long moment(String text, ZoneId zone) {
        try {
            LocalDateTime local = text.length() > "yyyy-MM-ddThh:mm".length()
                    ? LocalDateTime.parse(text)
                    : LocalDateTime.parse(text, MINUTES);
            return local.atZone(zone).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw invalid("Expression", "at(" + text + ")", "at(yyyy-MM-ddThh:mm)");
        }
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw invalid("Timezone", String.valueOf(name), "a name of the IANA time zone database");
        }
    }

    private static Duration duration(String text) {
        String expected = "an ISO 8601 duration from PT1M to P15D";
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(AlarmLimits.SHORTEST_MUTE) >= 0
                    && duration.compareTo(AlarmLimits.LONGEST_MUTE) <= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid("Duration", text, expected);
        }
        throw invalid("Duration", text, expected);
    }

    private static RuntimeException invalid(String member, String value, String expected) {
        return AlarmErrors.validation("Invalid " + member + " '" + value + "' in the schedule, must be " + expected);
    }

    /** {@code RECURRING} or {@code ONE_TIME}. */
    public String type() {
        return cron == null ? "ONE_TIME" : "RECURRING";
    }

    /** As it was put. */
    public Schedule definition() {
        return definition;
    }

    /** When the latest window that has begun by then begins, if it can still be open; {@link #NEVER} otherwise. */
    long lastStart(long nowMillis) {
        if (cron == null) {
            return at <= nowMillis ? at : NEVER;
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(nowMillis), zone);
        LocalDateTime start = cron.latest(local, (int) AlarmLimits.LONGEST_MUTE.toDays() + 1);
        return start == null ? NEVER : start.atZone(zone).toInstant().toEpochMilli();
    }

    long endOf(long start) {
        return start + duration.toMillis();
    }

    /** Whether no window comes any more. */
    boolean over(long nowMillis) {
        return cron == null && endOf(at) <= nowMillis;
    }
}

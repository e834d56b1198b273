package io.vaportrail.events.schedule;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular rate, for example {@code rate(5 minutes)}: one of a unit is singular, more are plural. Fires first when one interval has
 * passed.
 *
 * @param expression as written
 * @param intervalMillis between two times
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-rate-expressions">Rate
 *     expressions</a>
 */
record Rate(String expression, long intervalMillis) implements Schedule {
    private static final Pattern FORM = Pattern.compile("rate\\(([1-9][0-9]{0,8}) (minute|hour|day)(s?)\\)");

    static @Nullable Rate parse(String expression) {
        Matcher parts = FORM.matcher(expression);
        if (!parts.matches()) {
            return null;
        }
        long number = Long.parseLong(parts.group(1));
        boolean plural = !parts.group(3).isEmpty();
        if (plural == (number == 1)) {
            return null;
        }
        Duration unit =
                switch (parts.group(2)) {
                    case "minute" -> Duration.ofMinutes(1);
                    case "hour" -> Duration.ofHours(1);
                    default -> Duration.ofDays(1);
                };
        return new Rate(expression, unit.multipliedBy(number).toMillis());
    }

    @Override
    public long after(long startMillis, long nowMillis) {
        long passed = Math.max(0, nowMillis - startMillis) / intervalMillis;
        return startMillis + (passed + 1) * intervalMillis;
    }
}

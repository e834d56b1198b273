package io.vaportrail.events.schedule;

import io.vaportrail.events.EventsErrors;

/**
 * When a rule fires on its own. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html">Schedule expressions</a>
 */
public interface Schedule {
    /** What {@link #after} gives when it never fires again. */
    long NEVER = Long.MAX_VALUE;

    /** The schedule as its owner wrote it. */
    String expression();

    /**
     * When it fires next.
     *
     * @param startMillis when the rule began to wait, in milliseconds since 1970
     * @param nowMillis now, in milliseconds since 1970
     * @return a time after now, or {@link #NEVER}
     */
    long after(long startMillis, long nowMillis);

    /**
     * Reads {@code rate(…)} or {@code cron(…)}.
     *
     * @throws io.vaportrail.schema.ServiceException a ValidationException when it is neither
     */
    static Schedule parse(String expression) {
        Schedule schedule = expression.startsWith("rate(") ? Rate.parse(expression) : Cron.parse(expression);
        if (schedule == null) {
            throw EventsErrors.invalid("ScheduleExpression");
        }
        return schedule;
    }
}

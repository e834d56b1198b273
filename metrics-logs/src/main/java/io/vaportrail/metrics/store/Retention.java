package io.vaportrail.metrics.store;

/**
 * How coarse values become as they age: seconds for 3 hours, minutes for 15 days, 5 minutes for 63 days, hours for 455 days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#metrics-retention">Metrics
 *     retention</a>
 */
public final class Retention {
    /** What a value is never finer than after this. */
    public static final int MINUTE = 60;

    /** The resolution of values that are gone. */
    public static final int GONE = 0;

    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    private static final int FIVE_MINUTES = 300;
    private static final int SECONDS_KEPT = 3 * HOUR;
    private static final int MINUTES_KEPT = 15 * DAY;
    private static final int FIVE_MINUTES_KEPT = 63 * DAY;

    /** How many seconds a value is kept. */
    public static final int KEPT = 455 * DAY;

    private Retention() {}

    /** The seconds between values of that age (in seconds), or {@link #GONE}. */
    public static int resolution(long age) {
        if (age <= SECONDS_KEPT) {
            return 1;
        }
        if (age <= MINUTES_KEPT) {
            return MINUTE;
        }
        if (age <= FIVE_MINUTES_KEPT) {
            return FIVE_MINUTES;
        }
        return age <= KEPT ? HOUR : GONE;
    }

    /** What the start of a query of that age is rounded down to, for periods of a minute or more. */
    public static int startGrid(long age) {
        return Math.max(MINUTE, age > KEPT ? HOUR : resolution(age));
    }
}

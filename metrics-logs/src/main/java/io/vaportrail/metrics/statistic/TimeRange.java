package io.vaportrail.metrics.statistic;

import io.vaportrail.metrics.store.Retention;

/**
 * Periods that follow each other, in seconds since 1970.
 *
 * @param start where the first begins
 * @param end where reading ends, exclusive; periods that begin before it are read as far as it
 * @param period how long each is
 */
public record TimeRange(long start, long end, int period) {
    /** Where a time lies that is in no period. */
    public static final long OUTSIDE = Long.MIN_VALUE;

    private static final long MILLIS = 1000;

    /**
     * The periods of a query, whose start is rounded down as its age demands.
     *
     * @param nowMillis the clock's time
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html">StartTime</a>
     */
    public static TimeRange of(long startMillis, long endMillis, int period, long nowMillis) {
        long start = Math.floorDiv(startMillis, MILLIS);
        long age = Math.floorDiv(nowMillis, MILLIS) - start;
        int grid = period < Retention.MINUTE ? period : Retention.startGrid(age);
        return new TimeRange(Math.floorDiv(start, grid) * grid, Math.floorDiv(endMillis + MILLIS - 1, MILLIS), period);
    }

    /** Where the period of a time begins, or {@link #OUTSIDE}. */
    public long periodOf(long time) {
        return time < start || time >= end ? OUTSIDE : time - Math.floorMod(time - start, (long) period);
    }
}

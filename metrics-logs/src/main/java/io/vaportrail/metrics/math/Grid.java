package io.vaportrail.metrics.math;

import io.vaportrail.metrics.statistic.TimeRange;

/**
 * The time that an evaluation covers.
 *
 * @param startMillis inclusive
 * @param endMillis exclusive
 * @param nowMillis the clock's time
 */
record Grid(long startMillis, long endMillis, long nowMillis) {
    private static final int MOST = 1_000_000;
    private static final long MILLIS = 1000;

    /** The periods of a length. */
    TimeRange range(int period) {
        return TimeRange.of(startMillis, endMillis, period, nowMillis);
    }

    /** When all periods of a length begin that have begun by now, in seconds since 1970. */
    long[] times(int period) throws MathException {
        TimeRange range = range(period);
        long end = Math.min(range.end(), nowMillis / MILLIS + 1);
        long count = Math.max(0, (end - range.start() + period - 1) / period);
        if (count > MOST) {
            throw new MathException("The time range has more than " + MOST + " periods of " + period + " seconds");
        }
        long[] times = new long[(int) count];
        for (int i = 0; i < times.length; i++) {
            times[i] = range.start() + (long) i * period;
        }
        return times;
    }
}

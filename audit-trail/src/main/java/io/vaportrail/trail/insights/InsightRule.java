package io.vaportrail.trail.insights;

/**
 * What is unusual. AWS does not tell its rule; this is the emulator's: a minute is unusual when it has at least {@value #LEAST} calls,
 * and more than the average minute of the seven days before plus {@value #DEVIATIONS} times their standard deviation. Quiet minutes
 * count, as do those from before the emulator began, so that ten calls in a minute are unusual for an operation that is never called.
 * A job that makes the same burst every hour is not: its bursts widen the deviation.
 *
 * <p>Only rates that rise are found. An insight lasts until the first minute that is usual again, measured by the baseline that it
 * began with. AWS may take 36 hours from when Insights are turned on to the first event; here there is no such wait.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html">Working with
 *     CloudTrail Insights</a>
 */
final class InsightRule {
    /** The length of the baseline: seven days. */
    static final int BASELINE_MINUTES = 7 * 24 * 60;

    /** Fewer calls in a minute are never unusual. */
    static final int LEAST = 10;

    /** How many standard deviations above the average are usual. */
    static final int DEVIATIONS = 10;

    private InsightRule() {}

    static boolean isUnusual(long count, Baseline baseline) {
        return count >= LEAST && count > baseline.average() + DEVIATIONS * baseline.deviation();
    }

    /**
     * The usual rate.
     *
     * @param average calls a minute
     * @param deviation the standard deviation from it
     */
    record Baseline(double average, double deviation) {
        /**
         * Of the minutes of the baseline.
         *
         * @param sum of the calls in each
         * @param squares of their squares
         */
        static Baseline of(double sum, double squares) {
            double average = sum / BASELINE_MINUTES;
            double variance = squares / BASELINE_MINUTES - average * average;
            return new Baseline(average, Math.sqrt(Math.max(0, variance)));
        }
    }
}

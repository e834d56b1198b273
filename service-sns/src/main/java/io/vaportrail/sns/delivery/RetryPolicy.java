package io.vaportrail.sns.delivery;

/**
 * When a delivery over HTTP is tried again: at once, then at the shortest delay, then with delays that grow, then at the longest.
 *
 * @param minDelaySeconds the shortest delay
 * @param maxDelaySeconds the longest delay
 * @param retries how often in all
 * @param noDelayRetries how often at once
 * @param minDelayRetries how often at the shortest delay
 * @param maxDelayRetries how often at the longest delay, at the end
 * @param backoff how delays grow between
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html">Message delivery retries</a>
 */
public record RetryPolicy(
        int minDelaySeconds,
        int maxDelaySeconds,
        int retries,
        int noDelayRetries,
        int minDelayRetries,
        int maxDelayRetries,
        Backoff backoff) {
    /** What holds unless an owner sets another. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(20, 20, 3, 0, 0, 0, Backoff.LINEAR);

    private static final long MILLIS = 1_000;
    private static final int QUADRATIC = 2;

    /** How delays grow from the shortest to the longest. */
    public enum Backoff {
        /** By the same amount each time. */
        LINEAR,
        /** By an amount that itself grows by the same amount each time. */
        ARITHMETIC,
        /** By the same factor each time. */
        GEOMETRIC,
        /** Doubling the part of the way that has been gone. */
        EXPONENTIAL
    }

    /**
     * How long to wait before a retry.
     *
     * @param retry 1 for the first
     * @return milliseconds, or -1 when there is no such retry
     */
    public long delayMillis(int retry) {
        if (retry > retries) {
            return -1;
        }
        if (retry <= noDelayRetries) {
            return 0;
        }
        if (retry <= noDelayRetries + minDelayRetries) {
            return minDelaySeconds * MILLIS;
        }
        if (retry > retries - maxDelayRetries) {
            return maxDelaySeconds * MILLIS;
        }
        int steps = retries - noDelayRetries - minDelayRetries - maxDelayRetries;
        int step = retry - noDelayRetries - minDelayRetries;
        return Math.round(delaySeconds(step, steps) * MILLIS);
    }

    /** The first step of the growing delays is the shortest, the last one the longest. */
    private double delaySeconds(int step, int steps) {
        if (steps == 1 || minDelaySeconds == maxDelaySeconds) {
            return minDelaySeconds;
        }
        double way = (double) (step - 1) / (steps - 1);
        double span = maxDelaySeconds - minDelaySeconds;
        return switch (backoff) {
            case LINEAR -> minDelaySeconds + span * way;
            case ARITHMETIC -> minDelaySeconds + span * Math.pow(way, QUADRATIC);
            case GEOMETRIC -> minDelaySeconds * Math.pow((double) maxDelaySeconds / minDelaySeconds, way);
            case EXPONENTIAL -> minDelaySeconds + span * (Math.pow(2, step - 1) - 1) / (Math.pow(2, steps - 1) - 1);
        };
    }

    /** All delays together, in milliseconds. */
    public long totalMillis() {
        long total = 0;
        for (int retry = 1; retry <= retries; retry++) {
            total += delayMillis(retry);
        }
        return total;
    }
}

package io.vaportrail.metrics.store;

/**
 * A statistic set.
 *
 * @param count how many values
 * @param sum their sum
 * @param minimum the least
 * @param maximum the greatest
 */
public record SetOfValues(double count, double sum, double minimum, double maximum) {
    /**
     * Whether the values follow from the set, so that percentiles can be told: all are equal.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">Statistics</a>
     */
    public boolean isOneValue() {
        return minimum == maximum && sum == minimum * count;
    }
}

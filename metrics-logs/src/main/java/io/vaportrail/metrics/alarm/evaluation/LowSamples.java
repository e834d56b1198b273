package io.vaportrail.metrics.alarm.evaluation;

/**
 * How many values a percentile needs to mean something.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html">Percentile-based
 *     alarms and low data samples</a>
 */
final class LowSamples {
    private static final double HALF = 50;
    private static final double HUNDRED = 100;
    private static final double TEN = 10;

    private LowSamples() {}

    /** How many: 10/(1-percentile) from the median up, 10/percentile below; 0 for statistics that are no percentile. */
    static double needed(String statistic) {
        if (statistic.isEmpty() || statistic.charAt(0) != 'p') {
            return 0;
        }
        double percentile;
        try {
            percentile = Double.parseDouble(statistic.substring(1));
        } catch (NumberFormatException e) {
            return 0;
        }
        double share = (percentile >= HALF ? HUNDRED - percentile : percentile) / HUNDRED;
        return share == 0 ? Double.POSITIVE_INFINITY : TEN / share;
    }
}

package io.vaportrail.logs.insights.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a series leaves what is usual for it. What is usual is its median, and how far it may go from there is six times the median of
 * what it usually goes (as standard deviations of a normal distribution), or six times what chance makes of counts of that size. What
 * happens more than twice in the time is usual.
 *
 * @param from the first value that is unusual
 * @param to the place behind the last one
 * @param usual what would have been expected
 * @param unusual the value that is farthest from it
 */
record Deviation(int from, int to, double usual, double unusual) {
    /** Values that are needed to tell what is usual. */
    static final int LEAST_VALUES = 8;

    private static final double SIGMAS = 6;

    /** Makes a median of distances what the standard deviation would be. */
    private static final double MEDIAN_TO_SIGMA = 1.4826;

    private static final int MOST_RUNS = 2;
    private static final double MUCH_MORE = 2.5;

    /** A share of events that is unusual has so many of them at least. */
    private static final double LEAST_EVENTS = 8;

    private static final double HUNDRED = 100;

    /** How much more than usual, in percent; nothing counts as one. */
    double percent() {
        return HUNDRED * (unusual - usual) / Math.max(usual, 1);
    }

    /**
     * Counts that are two and a half times as high, or half as high twice in a row: what comes at a pace of its own falls into the same
     * part of the time twice, or leaves one out. The first and the last value may be cut off, so that they are never too low.
     */
    static @Nullable Deviation ofCounts(double[] counts) {
        double median = median(counts);
        double far = SIGMAS * Math.max(spread(counts, median), Math.sqrt(Math.max(median, 1)));
        double low = Math.min(median - far, median / 2);
        double[] excess = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            boolean more = counts[i] > median + far && counts[i] >= MUCH_MORE * median;
            boolean less =
                    i > 0 && i < counts.length - 1 && counts[i] < low && (counts[i - 1] < low || counts[i + 1] < low);
            excess[i] = more || less ? counts[i] - median : 0;
        }
        return farthest(excess, counts, median);
    }

    /** Counts that grow beyond what their share of others was. */
    static @Nullable Deviation ofShare(double[] counts, double[] totals) {
        double[] shares = new double[counts.length];
        int known = 0;
        for (int i = 0; i < counts.length; i++) {
            if (totals[i] > 0) {
                shares[known++] = counts[i] / totals[i];
            }
        }
        shares = Arrays.copyOf(shares, known);
        double median = median(shares);
        double spread = spread(shares, median);
        double[] excess = new double[counts.length];
        double usual = 0;
        double most = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = median * totals[i];
            double far = SIGMAS * Math.max(spread * totals[i], Math.sqrt(Math.max(expected, 1)));
            if (counts[i] > expected + far && counts[i] >= 2 * expected && counts[i] >= LEAST_EVENTS) {
                excess[i] = counts[i] - expected;
                usual = excess[i] > most ? expected : usual;
                most = Math.max(most, excess[i]);
            }
        }
        return known < LEAST_VALUES ? null : farthest(excess, counts, usual);
    }

    /** Means that change by half at least. */
    static @Nullable Deviation ofMeans(double[] counts, double[] sums, double[] squares) {
        double[] means = new double[counts.length];
        double[] variances = new double[counts.length];
        int known = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double mean = sums[i] / counts[i];
                means[known] = mean;
                variances[known++] = Math.max(squares[i] / counts[i] - mean * mean, 0);
            }
        }
        means = Arrays.copyOf(means, known);
        double median = median(means);
        double spread = spread(means, median);
        double variance = median(Arrays.copyOf(variances, known));
        double[] excess = new double[counts.length];
        double[] values = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            values[i] = counts[i] > 0 ? sums[i] / counts[i] : median;
            double far = SIGMAS * Math.max(spread, Math.sqrt(variance / Math.max(counts[i], 1)));
            double difference = Math.abs(values[i] - median);
            boolean enough = counts[i] >= LEAST_EVENTS / 2;
            excess[i] = enough && difference > far && difference >= median / 2 ? values[i] - median : 0;
        }
        return known < LEAST_VALUES ? null : farthest(excess, values, median);
    }

    /** The run of values that goes farthest, unless there are many. */
    private static @Nullable Deviation farthest(double[] excess, double[] values, double usual) {
        int runs = 0;
        int bestFrom = -1;
        int bestTo = -1;
        int best = -1;
        for (int i = 0; i < excess.length; i++) {
            if (excess[i] == 0) {
                continue;
            }
            int from = i;
            int peak = i;
            while (i + 1 < excess.length && excess[i + 1] != 0 && excess[i + 1] > 0 == excess[from] > 0) {
                i++;
                peak = Math.abs(excess[i]) > Math.abs(excess[peak]) ? i : peak;
            }
            runs++;
            if (best < 0 || Math.abs(excess[peak]) > Math.abs(excess[best])) {
                best = peak;
                bestFrom = from;
                bestTo = i + 1;
            }
        }
        return runs == 0 || runs > MOST_RUNS ? null : new Deviation(bestFrom, bestTo, usual, values[best]);
    }

    private static double spread(double[] values, double median) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return MEDIAN_TO_SIGMA * median(distances);
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

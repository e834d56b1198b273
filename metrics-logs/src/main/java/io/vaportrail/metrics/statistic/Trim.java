package io.vaportrail.metrics.statistic;

/**
 * The part of a period's values that lies between two bounds.
 *
 * @param count how many values; parts of one where a percentile falls within its occurrences
 * @param sum their sum
 * @param below how many lie below
 * @param above how many lie above
 */
record Trim(double count, double sum, double below, double above) {
    /** The values between two shares of all, in the order of their size. */
    static Trim byRank(PeriodValues period, double from, double to) {
        double first = period.count() * from;
        double last = period.count() * to;
        double count = 0;
        double sum = 0;
        double seen = 0;
        for (int i = 0; i < period.size(); i++) {
            double next = seen + period.count(i);
            double inside = Math.max(0, Math.min(next, last) - Math.max(seen, first));
            count += inside;
            sum += inside * period.value(i);
            seen = next;
        }
        return new Trim(count, sum, first, period.count() - last);
    }

    /** The values above the one and not above the other. */
    static Trim byValue(PeriodValues period, double above, double upTo) {
        double count = 0;
        double sum = 0;
        double below = 0;
        double beyond = 0;
        for (int i = 0; i < period.size(); i++) {
            double value = period.value(i);
            if (value <= above) {
                below += period.count(i);
            } else if (value > upTo) {
                beyond += period.count(i);
            } else {
                count += period.count(i);
                sum += period.count(i) * value;
            }
        }
        return new Trim(count, sum, below, beyond);
    }
}

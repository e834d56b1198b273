package io.vaportrail.metrics.alarm.evaluation;

import java.util.Arrays;

/**
 * The datapoints of an evaluation range, one place for each period, oldest first; NaN where there is none.
 *
 * @param startMillis when the oldest period begins
 * @param periodSeconds how long each is
 * @param values what the periods gave
 * @param lower the lower edge of the band, or the threshold
 * @param upper the upper edge of the band, or the threshold
 */
@SuppressWarnings("ArrayRecordComponent") // filled once, handed over, never compared
public record Readings(long startMillis, int periodSeconds, double[] values, double[] lower, double[] upper) {
    private static final long MILLIS = 1000;

    /** A range without data, compared with one threshold. */
    static Readings empty(long startMillis, int periodSeconds, int periods, double threshold) {
        double[] values = nothing(periods);
        double[] edge = new double[periods];
        Arrays.fill(edge, threshold);
        return new Readings(startMillis, periodSeconds, values, edge, edge);
    }

    static double[] nothing(int periods) {
        double[] values = new double[periods];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Puts a value where its time belongs; times outside the range are left out. */
    void put(double[] into, long timestampMillis, double value) {
        long place = Math.floorDiv(timestampMillis - startMillis, periodSeconds * MILLIS);
        if (place >= 0 && place < into.length) {
            into[(int) place] = value;
        }
    }

    /** When the period at a place begins. */
    long timeOf(int place) {
        return startMillis + place * (periodSeconds * MILLIS);
    }

    /** Whether there is data at a place; a value without a band to compare it with counts as none. */
    boolean present(int place) {
        return !Double.isNaN(values[place]) && !Double.isNaN(lower[place]) && !Double.isNaN(upper[place]);
    }

    /** What each period says. */
    Datum[] judged(Comparison comparison) {
        Datum[] judged = new Datum[values.length];
        for (int i = 0; i < values.length; i++) {
            judged[i] = !present(i)
                    ? Datum.MISSING
                    : comparison.breaches(values[i], lower[i], upper[i]) ? Datum.BREACHING : Datum.OK;
        }
        return judged;
    }
}

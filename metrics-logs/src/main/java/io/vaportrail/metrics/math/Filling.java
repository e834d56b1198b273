package io.vaportrail.metrics.math;

import java.util.Arrays;

/** FILL: values for the periods that have none. */
final class Filling {
    private Filling() {}

    /** What is put where. */
    @FunctionalInterface
    interface Filler {
        /** The value for a time without one; NaN for none. */
        double at(long time);
    }

    static TimeSeries fill(TimeSeries series, Grid grid, Filler filler) throws MathException {
        long[] times = grid.times(series.period());
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            double known = series.at(times[i]);
            values[i] = Double.isNaN(known) ? filler.at(times[i]) : known;
        }
        return series.with(times, values);
    }

    /** The value before. */
    static double repeat(TimeSeries series, long time) {
        int next = -Arrays.binarySearch(series.times(), time) - 1;
        return next == 0 ? Double.NaN : series.values()[next - 1];
    }

    /** On the line from the value before to the value after. */
    static double linear(TimeSeries series, long time) {
        int next = -Arrays.binarySearch(series.times(), time) - 1;
        if (next == 0 || next == series.size()) {
            return Double.NaN;
        }
        double left = series.values()[next - 1];
        double right = series.values()[next];
        long from = series.times()[next - 1];
        return left + (right - left) * (time - from) / (series.times()[next] - from);
    }
}

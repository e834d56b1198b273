package io.vaportrail.metrics.math;

import io.vaportrail.metrics.math.Value.Scalar;
import io.vaportrail.metrics.math.Value.Single;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Functions that make a number of a time series, and a time series of an array. */
enum Aggregates {
    SUM,
    AVG,
    MIN,
    MAX,
    STDDEV,
    DATAPOINT_COUNT;

    static @Nullable Aggregates named(String name) {
        for (Aggregates each : values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    Value of(Value value) throws MathException {
        if (value instanceof Single single) {
            return new Scalar(of(single.series().values(), single.series().size()));
        }
        if (value instanceof Scalar) {
            throw new MathException(
                    "The function " + name() + " takes a time series or an array of time series, not a scalar");
        }
        return new Single(across(value.all()));
    }

    /** One value for each time that any of the series has. */
    private TimeSeries across(List<TimeSeries> all) {
        TreeSet<Long> union = new TreeSet<>();
        int period = 0;
        for (TimeSeries series : all) {
            period = Math.max(period, series.period());
            for (long time : series.times()) {
                union.add(time);
            }
        }
        long[] times = union.stream().mapToLong(Long::longValue).toArray();
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            values[i] = of(valuesAt(all, times[i]), all.size());
        }
        return new TimeSeries(null, name(), period, times, values).with(times, values);
    }

    private static double[] valuesAt(List<TimeSeries> all, long time) {
        List<Double> found = new ArrayList<>(all.size());
        for (TimeSeries series : all) {
            double value = series.at(time);
            if (!Double.isNaN(value)) {
                found.add(value);
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The aggregate of the values there are.
     *
     * @param expected how many there would be were none missing; to an average those missing are zeroes
     */
    double of(double[] values, int expected) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            sum += value;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return switch (this) {
            case SUM -> sum;
            case AVG -> sum / expected;
            case MIN -> least;
            case MAX -> greatest;
            case DATAPOINT_COUNT -> values.length;
            case STDDEV -> deviation(values, sum / values.length);
        };
    }

    private static double deviation(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}

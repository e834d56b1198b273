package io.vaportrail.metrics.math;

import io.vaportrail.core.metric.MetricId;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values over time, oldest first. Values that are no numbers are left out when a series is made.
 *
 * @param origin the metric that it is of, or {@code null} for what was computed from several
 * @param label what a legend calls it
 * @param period how long each period is, in seconds
 * @param times when the periods begin, in seconds since 1970
 * @param values the values
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
public record TimeSeries(@Nullable Origin origin, String label, int period, long[] times, double[] values) {

    /** The metric behind a series, and the statistic that was read. */
    public record Origin(MetricId metric, String statistic) {}

    /** How many values there are. */
    public int size() {
        return times.length;
    }

    /** The same values under another label. */
    TimeSeries labelled(String other) {
        return new TimeSeries(origin, other, period, times, values);
    }

    /** Other values at the same times; those that are no numbers are left out. */
    TimeSeries map(DoubleUnaryOperator function) {
        double[] mapped = new double[values.length];
        Arrays.setAll(mapped, i -> function.applyAsDouble(values[i]));
        return with(times, mapped);
    }

    /** Other times and values; those that are no numbers are left out. */
    TimeSeries with(long[] otherTimes, double[] otherValues) {
        int kept = 0;
        long[] keptTimes = new long[otherTimes.length];
        double[] keptValues = new double[otherTimes.length];
        for (int i = 0; i < otherTimes.length; i++) {
            if (Double.isFinite(otherValues[i])) {
                keptTimes[kept] = otherTimes[i];
                keptValues[kept++] = otherValues[i];
            }
        }
        return new TimeSeries(origin, label, period, Arrays.copyOf(keptTimes, kept), Arrays.copyOf(keptValues, kept));
    }

    /** The value at a time; NaN when there is none. */
    double at(long time) {
        int found = Arrays.binarySearch(times, time);
        return found < 0 ? Double.NaN : values[found];
    }

    /** Both put together at every time that one of them has; a missing value counts as zero. */
    TimeSeries combine(TimeSeries other, DoubleBinaryOperator operator) {
        TreeSet<Long> all = new TreeSet<>();
        for (long time : times) {
            all.add(time);
        }
        for (long time : other.times) {
            all.add(time);
        }
        long[] union = all.stream().mapToLong(Long::longValue).toArray();
        double[] combined = new double[union.length];
        Arrays.setAll(combined, i -> operator.applyAsDouble(orZero(at(union[i])), orZero(other.at(union[i]))));
        return new TimeSeries(null, label, Math.max(period, other.period), times, values).with(union, combined);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}

package io.vaportrail.metrics.math;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Functions that make a time series of a time series. */
final class Transforms {
    private static final Map<String, DoubleUnaryOperator> BY_VALUE =
            Map.of("ABS", Math::abs, "CEIL", Math::ceil, "FLOOR", Math::floor, "LOG", Math::log, "LOG10", Math::log10);

    private static final Map<String, ToDoubleFunction<ZonedDateTime>> BY_TIME = Map.of(
            "MINUTE", ZonedDateTime::getMinute,
            "HOUR", ZonedDateTime::getHour,
            "DAY", time -> time.getDayOfWeek().getValue(),
            "DATE", ZonedDateTime::getDayOfMonth,
            "MONTH", ZonedDateTime::getMonthValue,
            "YEAR", ZonedDateTime::getYear,
            "EPOCH", ZonedDateTime::toEpochSecond);

    private Transforms() {}

    /** The change that a function makes, or {@code null} when it is none of these. */
    static Value.@Nullable Change named(String name, Grid grid) {
        DoubleUnaryOperator byValue = BY_VALUE.get(name);
        if (byValue != null) {
            return series -> series.map(byValue);
        }
        ToDoubleFunction<ZonedDateTime> byTime = BY_TIME.get(name);
        if (byTime != null) {
            return series -> ofTimes(series, byTime, grid);
        }
        return switch (name) {
            case "DIFF" -> series -> fromSecond(series, i -> series.values()[i] - series.values()[i - 1]);
            case "DIFF_TIME" -> series -> fromSecond(series, i -> elapsed(series, i));
            case "RATE" ->
                series -> fromSecond(series, i -> (series.values()[i] - series.values()[i - 1]) / elapsed(series, i));
            case "RUNNING_SUM" -> Transforms::runningSum;
            default -> null;
        };
    }

    private static double elapsed(TimeSeries series, int index) {
        return series.times()[index] - series.times()[index - 1];
    }

    /** What a value is next to the one before it. */
    private interface Step {
        double at(int index);
    }

    private static TimeSeries fromSecond(TimeSeries series, Step step) {
        int count = Math.max(0, series.size() - 1);
        long[] times = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = series.times()[i + 1];
            values[i] = step.at(i + 1);
        }
        return series.with(times, values);
    }

    private static TimeSeries runningSum(TimeSeries series) {
        double[] sums = new double[series.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += series.values()[i];
            sums[i] = sum;
        }
        return series.with(series.times(), sums);
    }

    private static TimeSeries ofTimes(TimeSeries series, ToDoubleFunction<ZonedDateTime> part, Grid grid)
            throws MathException {
        long[] times = grid.times(series.period());
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            values[i] = part.applyAsDouble(Instant.ofEpochSecond(times[i]).atZone(ZoneOffset.UTC));
        }
        return series.with(times, values);
    }
}

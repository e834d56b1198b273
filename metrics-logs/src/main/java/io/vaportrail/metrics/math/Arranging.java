package io.vaportrail.metrics.math;

import io.vaportrail.metrics.math.Value.Several;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Functions that pick from an array of time series. */
final class Arranging {
    private Arranging() {}

    static List<TimeSeries> array(String function, Value value) throws MathException {
        if (value instanceof Several several) {
            return several.series();
        }
        throw new MathException("The function " + function + " takes an array of time series, not " + value.kind());
    }

    static TimeSeries pick(String function, Value value, boolean first) throws MathException {
        List<TimeSeries> all = array(function, value);
        if (all.isEmpty()) {
            return new TimeSeries(null, function, 0, new long[0], new double[0]);
        }
        return all.get(first ? 0 : all.size() - 1);
    }

    static Value slice(List<TimeSeries> all, double from, double to) {
        int start = (int) Math.max(0, Math.min(from, all.size()));
        int end = (int) Math.max(start, Math.min(to, all.size()));
        return new Several(List.copyOf(all.subList(start, end)));
    }

    static Value removeEmpty(List<TimeSeries> all) {
        List<TimeSeries> kept = new ArrayList<>(all);
        kept.removeIf(series -> series.size() == 0);
        return new Several(kept);
    }

    static Value sort(List<TimeSeries> all, Aggregates by, boolean descending, double limit) {
        Comparator<TimeSeries> order =
                Comparator.comparingDouble((TimeSeries series) -> by.of(series.values(), series.size()));
        List<TimeSeries> sorted = new ArrayList<>(all);
        // Series without values have no place in the order: they come last.
        Comparator<TimeSeries> emptyLast = Comparator.comparing(series -> series.size() == 0);
        sorted.sort(emptyLast.thenComparing(descending ? order.reversed() : order));
        return slice(sorted, 0, limit);
    }
}

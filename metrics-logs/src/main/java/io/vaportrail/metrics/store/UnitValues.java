package io.vaportrail.metrics.store;

import io.vaportrail.core.metric.MetricUnit;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a series holds of one unit. Guarded by the series. */
final class UnitValues {
    private final MetricUnit unit;
    private final Columns columns = new Columns();
    private @Nullable StatisticSets sets;

    UnitValues(MetricUnit unit) {
        this.unit = unit;
    }

    MetricUnit unit() {
        return unit;
    }

    Columns columns() {
        return columns;
    }

    void addSet(int time, double count, double sum, double minimum, double maximum) {
        StatisticSets known = sets;
        if (known == null) {
            known = new StatisticSets();
            sets = known;
        }
        known.add(time, count, sum, minimum, maximum);
    }

    void moveTimes(IntUnaryOperator where) {
        columns.moveTimes(where);
        StatisticSets known = sets;
        if (known != null) {
            StatisticSets moved = known.movedTimes(where);
            sets = moved.size() == 0 ? null : moved;
        }
    }

    boolean isEmpty() {
        return columns.size() == 0 && sets == null;
    }

    long bytes() {
        return columns.bytes() + (sets == null ? 0 : sets.bytes());
    }

    int points() {
        return columns.size() + (sets == null ? 0 : sets.size());
    }

    UnitSamples copy(long base, int from, int to) {
        StatisticSets known = sets;
        return new UnitSamples(unit, base, columns.copy(from, to), known == null ? null : known.copy(from, to));
    }
}

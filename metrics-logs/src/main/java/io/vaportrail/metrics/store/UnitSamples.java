package io.vaportrail.metrics.store;

import io.vaportrail.core.metric.MetricUnit;
import org.jspecify.annotations.Nullable;

/** A copy of what a series holds of one unit in a range of time. */
public final class UnitSamples {
    private final MetricUnit unit;
    private final long base;
    private final Samples samples;
    private final @Nullable StatisticSets sets;

    UnitSamples(MetricUnit unit, long base, Samples samples, @Nullable StatisticSets sets) {
        this.unit = unit;
        this.base = base;
        this.samples = samples;
        this.sets = sets;
    }

    /** The unit. */
    public MetricUnit unit() {
        return unit;
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return samples.size() == 0 && (sets == null || sets.size() == 0);
    }

    /** Shows everything, values first, each by time; times in seconds since 1970. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < samples.size(); i++) {
            visitor.value(base + samples.times()[i], samples.values()[i], samples.count(i));
        }
        StatisticSets known = sets;
        for (int i = 0; known != null && i < known.size(); i++) {
            visitor.set(base + known.time(i), known.count(i), known.sum(i), known.minimum(i), known.maximum(i));
        }
    }

    /** Sees what there is. */
    public interface Visitor {
        /** A value that occurred so many times. */
        void value(long time, double value, double count);

        /** A statistic set. */
        void set(long time, double count, double sum, double minimum, double maximum);
    }
}

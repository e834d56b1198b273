package io.vaportrail.metrics.store;

import org.jspecify.annotations.Nullable;

/**
 * A copy of values, by time, then value.
 *
 * @param times in seconds from the series' base
 * @param values the values
 * @param counts how often each occurred, or {@code null} when each occurred once
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Samples(int[] times, double[] values, double @Nullable [] counts) {
    int size() {
        return times.length;
    }

    double count(int index) {
        return counts == null ? 1 : counts[index];
    }
}

package io.vaportrail.metrics.store;

import org.jspecify.annotations.Nullable;

/** Sorts columns by time, then value, in place: insertion where little is out of place, else a heap sort. */
final class ColumnSort {
    private static final int MOVES_PER_ENTRY = 8;

    private final int[] times;
    private final double[] values;
    private final double @Nullable [] counts;
    private final int from;

    private ColumnSort(int[] times, double[] values, double @Nullable [] counts, int from) {
        this.times = times;
        this.values = values;
        this.counts = counts;
        this.from = from;
    }

    /** Sorts the rows from one index to before another. */
    static void sort(int[] times, double[] values, double @Nullable [] counts, int from, int to) {
        ColumnSort sort = new ColumnSort(times, values, counts, from);
        if (!sort.insertion(to)) {
            sort.heap(to - from);
        }
    }

    /** Whether the rows are in order after no more than a few moves for each. */
    private boolean insertion(int to) {
        long moves = (long) (to - from) * MOVES_PER_ENTRY;
        for (int i = from + 1; i < to; i++) {
            for (int j = i; j > from && less(j, j - 1); j--) {
                swap(j, j - 1);
                if (--moves < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private void heap(int length) {
        for (int root = length / 2 - 1; root >= 0; root--) {
            sink(root, length);
        }
        for (int end = length - 1; end > 0; end--) {
            swap(from, from + end);
            sink(0, end);
        }
    }

    private void sink(int start, int length) {
        int root = start;
        int child;
        while ((child = 2 * root + 1) < length) {
            if (child + 1 < length && less(from + child, from + child + 1)) {
                child++;
            }
            if (!less(from + root, from + child)) {
                return;
            }
            swap(from + root, from + child);
            root = child;
        }
    }

    private boolean less(int left, int right) {
        return times[left] < times[right] || times[left] == times[right] && values[left] < values[right];
    }

    private void swap(int left, int right) {
        int time = times[left];
        times[left] = times[right];
        times[right] = time;
        double value = values[left];
        values[left] = values[right];
        values[right] = value;
        if (counts != null) {
            double count = counts[left];
            counts[left] = counts[right];
            counts[right] = count;
        }
    }
}

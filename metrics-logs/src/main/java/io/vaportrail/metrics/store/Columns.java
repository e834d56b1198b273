package io.vaportrail.metrics.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values with their times and how often each occurred, in columns: 12 bytes a value while all occurred once. The front is sorted by
 * time and value without repetition; what arrived since waits behind it. Guarded by its owner's lock.
 */
final class Columns {
    private static final int FIRST_CAPACITY = 4;
    private static final int LEAST_TAIL = 256;
    private static final int TAIL_SHARE = 8;
    private static final int SMALL = 1024;
    private static final int ENTRY_BYTES = 12;

    private int[] times = new int[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private double @Nullable [] counts;
    private int size;
    private int sorted;

    int size() {
        return size;
    }

    /** Bytes of the columns. */
    long bytes() {
        return (long) times.length * ENTRY_BYTES + (counts == null ? 0 : (long) counts.length * Double.BYTES);
    }

    void add(int time, double value, double count) {
        if (size > 0 && times[size - 1] == time && values[size - 1] == value) {
            counted()[size - 1] += count;
            return;
        }
        if (size - sorted >= Math.max(LEAST_TAIL, sorted / TAIL_SHARE)) {
            normalize();
        }
        if (size == times.length) {
            resize(size + Math.max(FIRST_CAPACITY, size < SMALL ? size / 2 : size / TAIL_SHARE));
        }
        times[size] = time;
        values[size] = value;
        if (counts != null) {
            counts[size] = count;
        } else if (count != 1) {
            counted()[size] = count;
        }
        size++;
    }

    private double[] counted() {
        double[] known = counts;
        if (known == null) {
            known = new double[times.length];
            Arrays.fill(known, 1);
            counts = known;
        }
        return known;
    }

    private void resize(int capacity) {
        times = Arrays.copyOf(times, capacity);
        values = Arrays.copyOf(values, capacity);
        if (counts != null) {
            counts = Arrays.copyOf(counts, capacity);
        }
    }

    /** Sorts what waits behind into the front and joins what is equal. */
    void normalize() {
        if (sorted == size) {
            return;
        }
        boolean ordered = true;
        for (int i = Math.max(1, sorted); i < size && ordered; i++) {
            ordered = before(i - 1, i);
        }
        if (!ordered) {
            // The place where the tail begins to matter: nothing before it is touched.
            int from = firstTouched();
            ColumnSort.sort(times, values, counts, from, size);
            join(from);
        }
        sorted = size;
    }

    private boolean before(int left, int right) {
        return times[left] < times[right] || times[left] == times[right] && values[left] < values[right];
    }

    private int firstTouched() {
        int least = times[sorted];
        for (int i = sorted + 1; i < size; i++) {
            least = Math.min(least, times[i]);
        }
        return lowerBound(least, sorted);
    }

    /** Joins neighbours with the same time and value from there on. */
    private void join(int from) {
        int last = from;
        for (int i = from + 1; i < size; i++) {
            if (times[i] == times[last] && values[i] == values[last]) {
                counted()[last] += counts == null ? 1 : counts[i];
            } else {
                last++;
                move(i, last);
            }
        }
        size = Math.min(size, last + 1);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        values[to] = values[from];
        if (counts != null) {
            counts[to] = counts[from];
        }
    }

    /** The first index below the end whose time is not before that; the columns must be sorted so far. */
    private int lowerBound(int time, int end) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Has every time put where the function says, which keeps their order; what it puts at {@link Integer#MIN_VALUE} is dropped. */
    void moveTimes(java.util.function.IntUnaryOperator where) {
        normalize();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int time = where.applyAsInt(times[i]);
            if (time != Integer.MIN_VALUE) {
                move(i, kept);
                times[kept++] = time;
            }
        }
        size = kept;
        ColumnSort.sort(times, values, counts, 0, size);
        join(0);
        sorted = size;
        trim();
    }

    /** Drops what is before that time. */
    void dropBefore(int time) {
        normalize();
        int from = lowerBound(time, size);
        if (from > 0) {
            times = Arrays.copyOfRange(times, from, times.length);
            values = Arrays.copyOfRange(values, from, values.length);
            counts = counts == null ? null : Arrays.copyOfRange(counts, from, counts.length);
            size -= from;
            sorted = size;
            trim();
        }
    }

    /** Drops what stands at that time. */
    void dropAt(int time) {
        normalize();
        int from = lowerBound(time, size);
        int to = lowerBound(time + 1, size);
        for (int i = to; i < size; i++) {
            move(i, from + i - to);
        }
        size -= to - from;
        sorted = size;
    }

    private void trim() {
        if (times.length > FIRST_CAPACITY && size < times.length / 2) {
            resize(Math.max(FIRST_CAPACITY, size));
        }
    }

    /** Whether something stands at that time. */
    boolean hasAt(int time) {
        normalize();
        int at = lowerBound(time, size);
        return at < size && times[at] == time;
    }

    /** What lies from one time to before another. */
    Samples copy(int fromTime, int toTime) {
        normalize();
        int from = lowerBound(fromTime, size);
        int to = lowerBound(toTime, size);
        return new Samples(
                Arrays.copyOfRange(times, from, to),
                Arrays.copyOfRange(values, from, to),
                counts == null ? null : Arrays.copyOfRange(counts, from, to));
    }
}

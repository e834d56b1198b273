package io.vaportrail.metrics.store;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Statistic sets whose values are not known, one for each time that has any, by time: those of the same time are added up. Guarded
 * by its owner's lock.
 */
final class StatisticSets {
    private static final int FIELDS = 4;
    private static final int ENTRY_BYTES = Integer.BYTES + FIELDS * Double.BYTES;
    private static final int COUNT = 0;
    private static final int SUM = 1;
    private static final int MINIMUM = 2;
    private static final int MAXIMUM = 3;

    private int[] times = new int[FIELDS];
    private double[] numbers = new double[FIELDS * FIELDS];
    private int size;

    int size() {
        return size;
    }

    long bytes() {
        return (long) times.length * ENTRY_BYTES;
    }

    int time(int index) {
        return times[index];
    }

    double count(int index) {
        return numbers[index * FIELDS + COUNT];
    }

    double sum(int index) {
        return numbers[index * FIELDS + SUM];
    }

    double minimum(int index) {
        return numbers[index * FIELDS + MINIMUM];
    }

    double maximum(int index) {
        return numbers[index * FIELDS + MAXIMUM];
    }

    void add(int time, double count, double sum, double minimum, double maximum) {
        int found = size > 0 && times[size - 1] < time ? -size - 1 : Arrays.binarySearch(times, 0, size, time);
        int at = found;
        if (found < 0) {
            at = -found - 1;
            open(at);
            times[at] = time;
            put(at, count, sum, minimum, maximum);
        } else {
            put(at, count(at) + count, sum(at) + sum, Math.min(minimum(at), minimum), Math.max(maximum(at), maximum));
        }
    }

    private void put(int at, double count, double sum, double minimum, double maximum) {
        int base = at * FIELDS;
        numbers[base + COUNT] = count;
        numbers[base + SUM] = sum;
        numbers[base + MINIMUM] = minimum;
        numbers[base + MAXIMUM] = maximum;
    }

    private void open(int at) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size + size / 2);
            numbers = Arrays.copyOf(numbers, times.length * FIELDS);
        }
        System.arraycopy(times, at, times, at + 1, size - at);
        System.arraycopy(numbers, at * FIELDS, numbers, (at + 1) * FIELDS, (size - at) * FIELDS);
        size++;
    }

    /** A set with every time where the function says; what it puts at {@link Integer#MIN_VALUE} is left out. */
    StatisticSets movedTimes(IntUnaryOperator where) {
        StatisticSets moved = new StatisticSets();
        for (int i = 0; i < size; i++) {
            int time = where.applyAsInt(times[i]);
            if (time != Integer.MIN_VALUE) {
                moved.add(time, count(i), sum(i), minimum(i), maximum(i));
            }
        }
        return moved;
    }

    /** What lies from one time to before another. */
    StatisticSets copy(int fromTime, int toTime) {
        return movedTimes(time -> time >= fromTime && time < toTime ? time : Integer.MIN_VALUE);
    }
}

package io.vaportrail.metrics.statistic;

import java.util.Arrays;
import java.util.Comparator;

/** What was recorded within one period. */
final class PeriodValues {
    private static final int FIRST_CAPACITY = 4;

    private final boolean kept;
    private double count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private boolean unknownValues;
    private double[] values = new double[0];
    private double[] counts = new double[0];
    private int size;
    private boolean sorted;

    /**
     * An empty period.
     *
     * @param kept whether the single values are needed
     */
    PeriodValues(boolean kept) {
        this.kept = kept;
    }

    void add(double value, double times) {
        addSet(times, value * times, value, value);
        if (kept) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.max(FIRST_CAPACITY, size * 2));
                counts = Arrays.copyOf(counts, values.length);
            }
            values[size] = value;
            counts[size++] = times;
            sorted = false;
        }
    }

    void addUnknown(double times, double total, double least, double greatest) {
        addSet(times, total, least, greatest);
        unknownValues = true;
    }

    private void addSet(double times, double total, double least, double greatest) {
        count += times;
        sum += total;
        minimum = Math.min(minimum, least);
        maximum = Math.max(maximum, greatest);
    }

    double count() {
        return count;
    }

    double sum() {
        return sum;
    }

    double minimum() {
        return minimum;
    }

    double maximum() {
        return maximum;
    }

    /** Whether all single values are known and none is negative, which percentiles and their kin need. */
    boolean hasDistribution() {
        return !unknownValues && minimum >= 0 && count > 0;
    }

    /** How many different values there may be. */
    int size() {
        sort();
        return size;
    }

    /** The values, least first. */
    double value(int index) {
        return values[index];
    }

    double count(int index) {
        return counts[index];
    }

    private void sort() {
        if (sorted) {
            return;
        }
        sorted = true;
        boolean ordered = true;
        for (int i = 1; i < size && ordered; i++) {
            ordered = values[i - 1] <= values[i];
        }
        if (ordered) {
            return;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        double[] unsorted = values;
        double[] unsortedCounts = counts;
        Arrays.sort(order, Comparator.comparingDouble(i -> unsorted[i]));
        values = new double[size];
        counts = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = unsorted[order[i]];
            counts[i] = unsortedCounts[order[i]];
        }
    }
}

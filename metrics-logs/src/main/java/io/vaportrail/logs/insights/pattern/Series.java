package io.vaportrail.logs.insights.pattern;

/** Counts, and if wanted numbers with their squares, for each part of a time. For one thread. */
final class Series {
    private final TimeBins bins;
    private int level;
    private double[] counts = new double[TimeBins.MOST];
    private double[] sums;
    private double[] squares;

    private Series(TimeBins bins, int numbers) {
        this.bins = bins;
        this.level = bins.level();
        this.sums = new double[numbers];
        this.squares = new double[numbers];
    }

    static Series ofCounts(TimeBins bins) {
        return new Series(bins, 0);
    }

    static Series ofNumbers(TimeBins bins) {
        return new Series(bins, TimeBins.MOST);
    }

    /** What it takes, in bytes. */
    long weight() {
        return (long) Double.BYTES * (counts.length + sums.length + squares.length);
    }

    /** One more at a place that the bins have given. */
    void add(int place) {
        follow();
        counts[place]++;
    }

    void add(int place, double number) {
        follow();
        counts[place]++;
        sums[place] += number;
        squares[place] += number * number;
    }

    private void follow() {
        if (level != bins.level()) {
            int[] places = bins.moved(level);
            counts = moved(counts, places);
            sums = moved(sums, places);
            squares = moved(squares, places);
            level = bins.level();
        }
    }

    private static double[] moved(double[] values, int[] places) {
        double[] moved = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            moved[places[i]] += values[i];
        }
        return moved;
    }

    /** How many in each of those parts. */
    double[] counts(int[] parts) {
        follow();
        return at(parts, counts);
    }

    double[] sums(int[] parts) {
        follow();
        return at(parts, sums);
    }

    double[] squares(int[] parts) {
        follow();
        return at(parts, squares);
    }

    private double[] at(int[] parts, double[] values) {
        double[] chosen = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            chosen[i] = values[bins.placeOf(parts[i])];
        }
        return chosen;
    }
}

package io.vaportrail.trail.insights;

import java.util.Arrays;

/** Counts by minute since 1970, those of the baseline and what came after; only minutes that have any take memory. */
final class MinuteCounts {
    private long[] minutes = new long[4];
    private int[] counts = new int[4];
    private int from;
    private int to;

    /** Counts one in a minute; minutes may come a little out of order. */
    void add(long minute) {
        int at = to;
        while (at > from && minutes[at - 1] > minute) {
            at--;
        }
        if (at > from && minutes[at - 1] == minute) {
            counts[at - 1] += counts[at - 1] == Integer.MAX_VALUE ? 0 : 1;
        } else {
            insert(at, minute);
        }
    }

    private void insert(int at, long minute) {
        int place = at;
        if (to == minutes.length) {
            int size = to - from;
            int capacity = Math.max(4, size * 2);
            minutes = Arrays.copyOf(Arrays.copyOfRange(minutes, from, to), capacity);
            counts = Arrays.copyOf(Arrays.copyOfRange(counts, from, to), capacity);
            place -= from;
            to = size;
            from = 0;
        }
        System.arraycopy(minutes, place, minutes, place + 1, to - place);
        System.arraycopy(counts, place, counts, place + 1, to - place);
        minutes[place] = minute;
        counts[place] = 1;
        to++;
    }

    /** How many there are in a minute. */
    int in(long minute) {
        int at = Arrays.binarySearch(minutes, from, to, minute);
        return at < 0 ? 0 : counts[at];
    }

    /** The usual rate before a minute; forgets what lies before that baseline. */
    InsightRule.Baseline before(long minute) {
        forgetBefore(minute - InsightRule.BASELINE_MINUTES);
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to && minutes[i] < minute; i++) {
            sum += counts[i];
            squares += (double) counts[i] * counts[i];
        }
        return InsightRule.Baseline.of(sum, squares);
    }

    void forgetBefore(long minute) {
        while (from < to && minutes[from] < minute) {
            from++;
        }
    }

    /** How many minutes take memory. */
    int size() {
        return to - from;
    }
}

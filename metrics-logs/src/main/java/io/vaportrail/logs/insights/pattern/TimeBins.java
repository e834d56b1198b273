package io.vaportrail.logs.insights.pattern;

import java.util.Arrays;

/**
 * The time that events cover, cut into equal parts: at most {@value #MOST} seconds, minutes or what is between and above, as short as they
 * can be. When events come that are too far away, parts become longer and what is counted by them moves. For one thread.
 */
public final class TimeBins {
    /** How many parts, a power of two. */
    static final int MOST = 64;

    private static final int MASK = MOST - 1;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** How long parts are at each level, in milliseconds: lengths at which programs like to repeat themselves. */
    private static final long[] LENGTHS = lengths();

    /** For each level the number of the first part when it was left. */
    private final long[] lows = new long[LENGTHS.length];

    private int level;
    private long low;
    private long high = -1;

    /** Each is a multiple of the one before, so that parts become parts of longer ones; days are doubled. */
    private static long[] lengths() {
        long[] first = {
            SECOND,
            5 * SECOND,
            10 * SECOND,
            30 * SECOND,
            MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            30 * MINUTE,
            HOUR,
            3 * HOUR,
            6 * HOUR,
            12 * HOUR,
            24 * HOUR
        };
        int doubled = Long.numberOfLeadingZeros(24 * HOUR) - 1;
        long[] all = Arrays.copyOf(first, first.length + doubled);
        for (int i = first.length; i < all.length; i++) {
            all[i] = 2 * all[i - 1];
        }
        return all;
    }

    /**
     * Which part a time is in.
     *
     * @param millis in milliseconds since 1970
     * @return a place from 0 to 63, which holds as long as {@link #level()} stays
     */
    int place(long millis) {
        long number = Math.floorDiv(millis, LENGTHS[level]);
        if (number < low || number > high) {
            number = extend(number);
        }
        return (int) number & MASK;
    }

    private long extend(long number) {
        boolean first = high < low;
        long from = first ? number : Math.min(low, number);
        long to = first ? number : Math.max(high, number);
        long wanted = number;
        while (to - from >= MOST) {
            lows[level++] = low;
            long times = LENGTHS[level] / LENGTHS[level - 1];
            low = Math.floorDiv(low, times);
            from = Math.floorDiv(from, times);
            to = Math.floorDiv(to, times);
            wanted = Math.floorDiv(wanted, times);
        }
        low = from;
        high = to;
        return wanted;
    }

    /** How long a part is, in milliseconds. */
    long lengthMillis() {
        return LENGTHS[level];
    }

    /** It grows when parts become longer. */
    int level() {
        return level;
    }

    /** Where what was at each place of an earlier level is now. */
    int[] moved(int from) {
        long times = LENGTHS[level] / LENGTHS[from];
        int[] places = new int[MOST];
        for (int place = 0; place < MOST; place++) {
            long number = lows[from] + ((place - lows[from]) & MASK);
            places[place] = (int) Math.floorDiv(number, times) & MASK;
        }
        return places;
    }

    /** How many parts there are, from that of the first event to that of the last one. */
    int count() {
        return (int) (high - low + 1);
    }

    /** The place of a part, counted from 0. */
    int placeOf(int part) {
        return (int) (low + part) & MASK;
    }

    /** The part that a time is in that has been seen, counted from 0. */
    int part(long millis) {
        return (int) (Math.floorDiv(millis, LENGTHS[level]) - low);
    }

    /** When a part begins, in milliseconds since 1970. */
    long startMillis(int part) {
        return (low + part) * LENGTHS[level];
    }
}

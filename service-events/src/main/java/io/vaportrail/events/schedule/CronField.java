package io.vaportrail.events.schedule;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A field of a cron expression: {@code *}, numbers or names, ranges, steps and lists.
 *
 * @param first the lowest number
 * @param last the highest number
 * @param names of the numbers from the lowest on; may be empty
 */
record CronField(int first, int last, List<String> names) {
    private static final int DIGITS = 4;

    /**
     * The numbers that the text stands for.
     *
     * @throws IllegalArgumentException when it is no such field
     */
    BitSet read(String text) {
        BitSet set = new BitSet(last + 1);
        for (String part : text.split(",", -1)) {
            add(set, part);
        }
        return set;
    }

    private void add(BitSet set, String part) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : digits(part.substring(slash + 1));
        if (step < 1) {
            throw new IllegalArgumentException("step: " + step + " (expected: 1 or more)");
        }
        int dash = range.indexOf('-');
        int from;
        int to;
        if (range.equals("*")) {
            from = first;
            to = last;
        } else if (dash > 0) {
            from = number(range.substring(0, dash));
            to = number(range.substring(dash + 1));
        } else {
            from = number(range);
            to = slash < 0 ? from : last;
        }
        if (from <= to) {
            fill(set, from, to, step);
        } else {
            // As SAT-MON: over the end and on from the beginning.
            fill(set, from, last, step);
            fill(set, first, to, step);
        }
    }

    private static void fill(BitSet set, int from, int to, int step) {
        for (int value = from; value <= to; value += step) {
            set.set(value);
        }
    }

    /** A number within the bounds, given as such or by name. */
    int number(String text) {
        int index = names.indexOf(text.toUpperCase(Locale.ROOT));
        int value = index >= 0 ? first + index : digits(text);
        if (value < first || value > last) {
            throw new IllegalArgumentException("number: " + text + " (expected: " + first + " to " + last + ")");
        }
        return value;
    }

    private static int digits(String text) {
        if (text.isEmpty() || text.length() > DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("number: " + text + " (expected: digits)");
        }
        return Integer.parseInt(text);
    }
}

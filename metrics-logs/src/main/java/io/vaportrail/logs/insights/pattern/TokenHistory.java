package io.vaportrail.logs.insights.pattern;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stood in one place of a pattern in the course of time: each value as long as they are few, and numbers. For one thread. */
final class TokenHistory {
    private static final int MOST_VALUES = 16;
    private static final int LONGEST_VALUE = 40;
    private static final int OBJECT = 48;

    private final MessageTemplate.Kind kind;
    private final TimeBins bins;
    private @Nullable List<Value> values = new ArrayList<>();
    private final @Nullable Series numbers;

    TokenHistory(MessageTemplate.Kind kind, TimeBins bins) {
        this.kind = kind;
        this.bins = bins;
        this.numbers = kind == MessageTemplate.Kind.NUMBER ? Series.ofNumbers(bins) : null;
    }

    /** One of a few values. */
    static final class Value {
        private final byte[] text;
        private final Series counts;
        private final Sample first;

        Value(byte[] text, Series counts, Sample first) {
            this.text = text;
            this.counts = counts;
            this.first = first;
        }

        String text() {
            return new String(text, StandardCharsets.UTF_8);
        }

        Series counts() {
            return counts;
        }

        /** The first event that had it. */
        Sample first() {
            return first;
        }

        private boolean is(byte[] other, int from, int to) {
            return Arrays.equals(text, 0, text.length, other, from, to);
        }
    }

    MessageTemplate.Kind kind() {
        return kind;
    }

    /** The values, or {@code null} when there are too many. */
    @Nullable List<Value> values() {
        return values;
    }

    /** The numbers, or {@code null} when there are none. */
    @Nullable Series numbers() {
        return numbers;
    }

    /**
     * Adds what an event has.
     *
     * @return how many bytes more it takes
     */
    long add(int place, long millis, byte[] text, int from, int to, Sample.Source event) {
        if (numbers != null && to - from <= LONGEST_VALUE) {
            numbers.add(place, number(text, from, to));
        }
        List<Value> known = values;
        if (known == null) {
            return 0;
        }
        for (Value value : known) {
            if (value.is(text, from, to)) {
                value.counts.add(place);
                return 0;
            }
        }
        if (known.size() == MOST_VALUES || to - from > LONGEST_VALUE) {
            values = null;
            return 0;
        }
        Value value = new Value(Arrays.copyOfRange(text, from, to), Series.ofCounts(bins), Sample.of(millis, event));
        value.counts.add(place);
        known.add(value);
        return OBJECT + value.counts.weight() + value.first.weight();
    }

    /** What it takes at the beginning, in bytes. */
    long weight() {
        return 2 * OBJECT + (numbers == null ? 0 : numbers.weight());
    }

    /** Digits, with a point between them or without. */
    private static double number(byte[] text, int from, int to) {
        double whole = 0;
        double scale = 0;
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                scale = 1;
            } else {
                whole = whole * 10 + (text[i] - '0');
                scale *= 10;
            }
        }
        return scale > 1 ? whole / scale : whole;
    }
}

package io.vaportrail.logs.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Events of a stream one behind the other: their texts in one array, and sixteen bytes for each beside. Appended to until it is full,
 * changed no more after that. Guarded by its stream; readers go by a {@link View}.
 */
final class Segment {
    /** Text beyond which a segment is full. An event that is longer has a segment of its own. */
    static final int TEXT_BYTES = 256 * 1024;

    /** Events at which a segment is full. */
    static final int EVENTS = 8 * 1024;

    /** What an event takes beside its text. */
    static final int BYTES_PER_EVENT = 16;

    private static final int FIRST_TEXT = 256;
    private static final int FIRST_EVENTS = 4;

    private final long firstOrdinal;
    private byte[] text;
    private int[] ends;
    private long[] timestamps;

    /** From timestamp to ingestion: between two hours less and fourteen days more, which an int holds. */
    private int[] lags;

    private int count;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private boolean inOrder = true;

    /** The events by timestamp, for a full segment that is not in order, once somebody has asked. */
    private int @Nullable [] order;

    Segment(long firstOrdinal, int textBytes, int events) {
        this.firstOrdinal = firstOrdinal;
        this.text = new byte[Math.max(FIRST_TEXT, textBytes)];
        this.ends = new int[Math.max(FIRST_EVENTS, events)];
        this.timestamps = new long[ends.length];
        this.lags = new int[ends.length];
    }

    boolean takes(int bytes) {
        return count == 0 || textLength() + bytes <= TEXT_BYTES && count < EVENTS;
    }

    void add(long timestamp, long ingestionTime, byte[] message) {
        int start = textLength();
        ensure(start + message.length);
        System.arraycopy(message, 0, text, start, message.length);
        ends[count] = start + message.length;
        timestamps[count] = timestamp;
        lags[count] = (int) (ingestionTime - timestamp);
        inOrder = inOrder && timestamp >= latest;
        earliest = Math.min(earliest, timestamp);
        latest = Math.max(latest, timestamp);
        count++;
    }

    private void ensure(int textBytes) {
        if (textBytes > text.length) {
            text = Arrays.copyOf(text, Math.max(textBytes, Math.min(TEXT_BYTES, text.length * 2)));
        }
        if (count == ends.length) {
            resize(Math.min(EVENTS, count * 2));
        }
    }

    private void resize(int events) {
        ends = Arrays.copyOf(ends, events);
        timestamps = Arrays.copyOf(timestamps, events);
        lags = Arrays.copyOf(lags, events);
    }

    /** Gives back what was taken in advance; nothing is added any more. */
    void seal() {
        text = Arrays.copyOf(text, textLength());
        resize(count);
    }

    int textLength() {
        return count == 0 ? 0 : ends[count - 1];
    }

    int count() {
        return count;
    }

    long firstOrdinal() {
        return firstOrdinal;
    }

    long earliest() {
        return earliest;
    }

    long latest() {
        return latest;
    }

    /** What it counts against the memory. */
    long bytes() {
        return textLength() + (long) count * BYTES_PER_EVENT;
    }

    /** The events as they are now. */
    View view(LogStream stream, boolean full) {
        int[] permutation = inOrder ? null : order != null ? order : byTimestamp();
        if (full) {
            order = permutation;
        }
        return new View(stream, firstOrdinal, text, ends, timestamps, lags, count, earliest, latest, permutation);
    }

    private int[] byTimestamp() {
        Integer[] indexes = new Integer[count];
        Arrays.setAll(indexes, i -> i);
        long[] times = timestamps;
        // Stable, so that events of the same time stay in the order of arrival.
        Arrays.sort(indexes, (a, b) -> Long.compare(times[a], times[b]));
        int[] sorted = new int[count];
        Arrays.setAll(sorted, i -> indexes[i]);
        return sorted;
    }

    /**
     * What a reader sees of a segment: arrays that are only added to behind what it may look at.
     *
     * @param order the events by timestamp, or {@code null} when they lie so
     */
    @SuppressWarnings("ArrayRecordComponent") // the point of it: nothing is copied
    record View(
            LogStream stream,
            long firstOrdinal,
            byte[] text,
            int[] ends,
            long[] timestamps,
            int[] lags,
            int count,
            long earliest,
            long latest,
            int @Nullable [] order) {
        /** Where the event lies that is at this place by timestamp. */
        int index(int place) {
            return order == null ? place : order[place];
        }

        /** The first place whose timestamp is not before this one. */
        int placeOf(long timestamp) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (timestamps[index(middle)] < timestamp) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}

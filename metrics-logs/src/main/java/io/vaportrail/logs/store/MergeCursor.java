package io.vaportrail.logs.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Goes through many segments at once. Segments that do not overlap in time are read one after the other; among events of the same
 * time the order is that of the streams' making, then that of arrival.
 */
final class MergeCursor implements EventCursor {
    private final @Nullable PriorityQueue<SegmentCursor> heap;
    private final Deque<SegmentCursor> rest;
    private final int sign;
    private @Nullable SegmentCursor here;

    MergeCursor(List<SegmentCursor> cursors, EventOrder order) {
        this.sign = order == EventOrder.NEWEST_FIRST ? -1 : 1;
        if (order == EventOrder.ANY) {
            heap = null;
            rest = new ArrayDeque<>(cursors);
        } else {
            heap = new PriorityQueue<>(Math.max(1, cursors.size()), this::compare);
            heap.addAll(cursors);
            rest = new ArrayDeque<>();
        }
    }

    /** A cursor that stands on one event. */
    static EventCursor on(SegmentCursor cursor) {
        MergeCursor merged = new MergeCursor(List.of(), EventOrder.ANY);
        merged.here = cursor;
        return merged;
    }

    private int compare(SegmentCursor a, SegmentCursor b) {
        int byTime = Long.compare(a.key(), b.key());
        if (byTime != 0) {
            return sign * byTime;
        }
        if (a.opened() != b.opened()) {
            // One that is not opened may have an event that goes before.
            return a.opened() ? 1 : -1;
        }
        int byStream =
                Long.compare(a.view().stream().number(), b.view().stream().number());
        return sign * (byStream != 0 ? byStream : Long.compare(a.ordinal(), b.ordinal()));
    }

    @Override
    public boolean next() {
        return heap == null ? nextOfAny() : nextInOrder(heap);
    }

    private boolean nextOfAny() {
        SegmentCursor current = here;
        if (current != null && current.advance()) {
            return true;
        }
        while ((current = rest.poll()) != null) {
            if (current.open()) {
                here = current;
                return true;
            }
        }
        here = null;
        return false;
    }

    private boolean nextInOrder(PriorityQueue<SegmentCursor> waiting) {
        SegmentCursor current = here;
        if (current != null && !current.advance()) {
            current = null;
        }
        while (true) {
            SegmentCursor rival = waiting.peek();
            if (current != null && (rival == null || compare(current, rival) < 0)) {
                here = current;
                return true;
            }
            if (rival == null) {
                here = null;
                return false;
            }
            waiting.remove();
            if (current != null) {
                waiting.add(current);
            }
            current = rival.opened() || rival.open() ? rival : null;
        }
    }

    private SegmentCursor current() {
        SegmentCursor current = here;
        if (current == null) {
            throw new IllegalStateException("cursor: on no event (expected: after next() gave true)");
        }
        return current;
    }

    @Override
    public long timestamp() {
        SegmentCursor at = current();
        return at.view().timestamps()[at.index()];
    }

    @Override
    public long ingestionTime() {
        SegmentCursor at = current();
        return at.view().timestamps()[at.index()] + at.view().lags()[at.index()];
    }

    @Override
    public LogStream stream() {
        return current().view().stream();
    }

    @Override
    public long ordinal() {
        return current().ordinal();
    }

    @Override
    public byte[] buffer() {
        return current().view().text();
    }

    @Override
    public int offset() {
        SegmentCursor at = current();
        return at.index() == 0 ? 0 : at.view().ends()[at.index() - 1];
    }

    @Override
    public int length() {
        SegmentCursor at = current();
        return at.view().ends()[at.index()] - offset();
    }
}

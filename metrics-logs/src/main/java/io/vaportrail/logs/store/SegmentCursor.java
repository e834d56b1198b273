package io.vaportrail.logs.store;

/** Goes through what one segment has within a range of time, by timestamp. Before it is opened it costs nothing but itself. */
final class SegmentCursor {
    private final Segment.View view;
    private final long startMillis;
    private final long endMillis;
    private final int step;
    private int place;
    private int end;
    private boolean opened;
    private int index;

    SegmentCursor(Segment.View view, long startMillis, long endMillis, boolean newestFirst) {
        this.view = view;
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.step = newestFirst ? -1 : 1;
    }

    /** A cursor that stands on one event. */
    static SegmentCursor at(Segment.View view, long ordinal) {
        SegmentCursor cursor = new SegmentCursor(view, 0, Long.MAX_VALUE, false);
        cursor.opened = true;
        cursor.index = (int) (ordinal - view.firstOrdinal());
        cursor.place = view.count();
        cursor.end = view.count();
        return cursor;
    }

    boolean opened() {
        return opened;
    }

    /** Goes to the first event; gives {@code false} when there is none. */
    boolean open() {
        opened = true;
        int from = view.placeOf(startMillis);
        int to = endMillis > view.latest() ? view.count() : view.placeOf(endMillis);
        place = step > 0 ? from : to - 1;
        end = step > 0 ? to : from - 1;
        return arrive();
    }

    /** Goes on; gives {@code false} at the end. */
    boolean advance() {
        place += step;
        return arrive();
    }

    private boolean arrive() {
        if (step > 0 ? place >= end : place <= end) {
            return false;
        }
        index = view.index(place);
        return true;
    }

    /** The timestamp it stands on, or, before it is opened, one that none comes before. */
    long key() {
        return opened
                ? view.timestamps()[index]
                : step > 0 ? Math.max(startMillis, view.earliest()) : Math.min(endMillis, view.latest());
    }

    Segment.View view() {
        return view;
    }

    int index() {
        return index;
    }

    long ordinal() {
        return opened ? view.firstOrdinal() + index : view.firstOrdinal();
    }
}

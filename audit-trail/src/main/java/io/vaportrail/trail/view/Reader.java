package io.vaportrail.trail.view;

import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailStore;
import org.jspecify.annotations.Nullable;

/** Walks over the records that a filter lets through. To be closed, and for one thread, which must not be an event loop. */
final class Reader implements AutoCloseable {
    private final TrailCursor cursor;
    private final TrailFilter filter;
    private final boolean oldestFirst;

    private Reader(TrailCursor cursor, TrailFilter filter, boolean oldestFirst) {
        this.cursor = cursor;
        this.filter = filter;
        this.oldestFirst = oldestFirst;
    }

    static Reader newestFirst(TrailStore store, TrailFilter filter) {
        return new Reader(store.newestFirst(), filter, false);
    }

    static Reader oldestFirst(TrailStore store, TrailFilter filter) {
        return new Reader(store.oldestFirst(filter.after()), filter, true);
    }

    /** The next record, good until the one after it is asked for, or {@code null} at the end. */
    @Nullable StoredCall next() {
        for (StoredCall call = cursor.next(); call != null; call = cursor.next()) {
            if (!oldestFirst && filter.isPast(call)) {
                return null;
            }
            if (filter.test(call)) {
                return call;
            }
        }
        return null;
    }

    @Override
    public void close() {
        cursor.close();
    }
}

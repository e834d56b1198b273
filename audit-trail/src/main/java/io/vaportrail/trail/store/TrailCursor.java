package io.vaportrail.trail.store;

import io.vaportrail.schema.EventCategory;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the trail in the order of sequence numbers while it is written to. What was reset or has been kept long enough is passed
 * over. To be closed, and for one thread, which must not be an event loop.
 */
public final class TrailCursor implements AutoCloseable {
    private final @Nullable RingCursor management;
    private final @Nullable RingCursor data;
    private final boolean newestFirst;
    private final Predicate<StoredCall> visible;
    private @Nullable StoredCall nextManagement;
    private @Nullable StoredCall nextData;
    private TrailPosition position;
    private TrailPosition seen;
    private boolean started;

    TrailCursor(
            @Nullable RingCursor management,
            @Nullable RingCursor data,
            boolean newestFirst,
            TrailPosition from,
            Predicate<StoredCall> visible) {
        this.management = management;
        this.data = data;
        this.newestFirst = newestFirst;
        this.position = from;
        this.seen = from;
        this.visible = visible;
    }

    /** The next record, good until the one after it is asked for, or {@code null} at the end. */
    public @Nullable StoredCall next() {
        if (!started) {
            started = true;
            nextManagement = advance(management);
            nextData = advance(data);
        } else {
            stepOver();
        }
        return current();
    }

    /** Up to where this cursor has come, going from old to new; at the end, records that it passed over count as read. */
    public TrailPosition position() {
        return position;
    }

    @Override
    public void close() {
        if (management != null) {
            management.close();
        }
        if (data != null) {
            data.close();
        }
    }

    private @Nullable StoredCall current() {
        StoredCall call = dataComesFirst() ? nextData : nextManagement;
        position = call == null ? seen : after(call, position);
        return call;
    }

    private static TrailPosition after(StoredCall call, TrailPosition before) {
        return call.category() == EventCategory.MANAGEMENT
                ? new TrailPosition(call.sequence(), before.data())
                : new TrailPosition(before.management(), call.sequence());
    }

    private void stepOver() {
        if (dataComesFirst()) {
            nextData = advance(data);
        } else {
            nextManagement = advance(management);
        }
    }

    private boolean dataComesFirst() {
        if (nextManagement == null || nextData == null) {
            return nextManagement == null;
        }
        return (nextData.sequence() > nextManagement.sequence()) == newestFirst;
    }

    private @Nullable StoredCall advance(@Nullable RingCursor cursor) {
        if (cursor == null) {
            return null;
        }
        StoredCall call = cursor.next();
        while (call != null) {
            seen = after(call, seen);
            if (visible.test(call)) {
                return call;
            }
            call = cursor.next();
        }
        return null;
    }
}

package io.vaportrail.logs.store;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads events where they lie, without copying them. Safe for any thread; what a cursor sees does not change under it. */
public interface LogEvents {
    /**
     * Events of whole groups.
     *
     * @param startMillis the earliest timestamp, in milliseconds since 1970
     * @param endMillis the latest timestamp, exclusive; {@link Long#MAX_VALUE} for no bound
     */
    EventCursor ofGroups(Collection<LogGroup> groups, long startMillis, long endMillis, EventOrder order);

    /**
     * Events of some streams.
     *
     * @param startMillis the earliest timestamp, in milliseconds since 1970
     * @param endMillis the latest timestamp, exclusive; {@link Long#MAX_VALUE} for no bound
     */
    EventCursor ofStreams(Collection<LogStream> streams, long startMillis, long endMillis, EventOrder order);

    /**
     * One event.
     *
     * @param stream the stream that it lies in
     * @param ordinal its number there, see {@link EventCursor#ordinal()}
     * @return a cursor that stands on the event, or {@code null} when it is gone
     */
    @Nullable EventCursor find(LogStream stream, long ordinal);
}

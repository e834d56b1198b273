package io.vaportrail.logs.event;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.store.LogStream;
import java.util.List;

/**
 * Events that have just been written.
 *
 * @param stream where
 * @param events the events, by timestamp
 * @param firstOrdinal the number of the first of them in its stream
 * @param ingestionMillis when, in milliseconds since 1970
 * @param bytes their texts
 * @param call the call that brought them
 */
public record IngestedEvents(
        LogStream stream,
        List<LogStream.Incoming> events,
        long firstOrdinal,
        long ingestionMillis,
        long bytes,
        Call call) {
    /** The id of one of them. */
    public EventId id(int index) {
        return new EventId(events.get(index).timestamp(), stream.number(), firstOrdinal + index);
    }
}

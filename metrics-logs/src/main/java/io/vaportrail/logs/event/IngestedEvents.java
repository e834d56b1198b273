package io.vaportrail.logs.event;

import io.vaportrail.core.service.Call;
import io.vaportrail.logs.store.LogStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that have just been written.
 *
 * @param stream where
 * @param events the events, by timestamp
 * @param firstOrdinal the number of the first of them in its stream
 * @param ingestionMillis when, in milliseconds since 1970
 * @param bytes their texts
 * @param call the call that brought them
 * @param transformed what a transformer made of them, {@code null} in place of those it failed on; {@code null} without one
 */
public record IngestedEvents(
        LogStream stream,
        List<LogStream.Incoming> events,
        long firstOrdinal,
        long ingestionMillis,
        long bytes,
        Call call,
        @Nullable List<@Nullable String> transformed) {
    /** The text of one of them; as it was transformed if that is wanted and it was. */
    public String message(int index, boolean wantsTransformed) {
        String made = wantsTransformed && transformed != null ? transformed.get(index) : null;
        return made == null ? events.get(index).message() : made;
    }

    /** The same with what a transformer made of them. */
    IngestedEvents with(@Nullable List<@Nullable String> made) {
        return made == null
                ? this
                : new IngestedEvents(stream, events, firstOrdinal, ingestionMillis, bytes, call, made);
    }

    /** The id of one of them. */
    public EventId id(int index) {
        return new EventId(events.get(index).timestamp(), stream.number(), firstOrdinal + index);
    }
}

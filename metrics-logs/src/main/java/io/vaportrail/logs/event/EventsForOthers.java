package io.vaportrail.logs.event;

import io.vaportrail.core.log.LogEvent;
import io.vaportrail.core.log.LogEventSink;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands events, masked, to whoever wants them outside of CloudWatch Logs. Groups of infrequent access have no such listeners. */
public final class EventsForOthers implements EventListener {
    private final LogEventSink sink;
    private final Masks masks;

    /** A listener that hands them on there. */
    public EventsForOthers(LogEventSink sink, Masks masks) {
        this.sink = sink;
        this.masks = masks;
    }

    @Override
    public boolean listensTo(LogGroup group) {
        return group.isStandard() && sink.wants(group.accountId(), group.region(), group.name());
    }

    @Override
    public void ingested(IngestedEvents events) {
        LogGroup group = events.stream().group();
        List<LogEvent> shown = new ArrayList<>(events.events().size());
        List<@Nullable String> transformed = events.transformed();
        for (int i = 0; i < events.events().size(); i++) {
            LogStream.Incoming event = events.events().get(i);
            String message = masks.masked(group, events.ingestionMillis(), event.message());
            String made = transformed == null ? null : transformed.get(i);
            String madeAsShown = made == null ? null : masks.masked(group, events.ingestionMillis(), made);
            shown.add(new LogEvent(event.timestamp(), message, transformed == null ? message : madeAsShown));
        }
        sink.written(group.accountId(), group.region(), group.name(), shown);
    }
}

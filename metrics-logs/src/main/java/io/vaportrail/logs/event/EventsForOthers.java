package io.vaportrail.logs.event;

import io.vaportrail.core.log.LogEvent;
import io.vaportrail.core.log.LogEventSink;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import java.util.ArrayList;
import java.util.List;

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
        for (LogStream.Incoming event : events.events()) {
            String message = masks.masked(group, events.ingestionMillis(), event.message());
            shown.add(new LogEvent(event.timestamp(), message));
        }
        sink.written(group.accountId(), group.region(), group.name(), shown);
    }
}

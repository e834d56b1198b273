package io.vaportrail.logs.tail;

import io.vaportrail.core.service.EventSender;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.event.IngestedEvents;
import io.vaportrail.logs.pattern.FilterPattern;
import io.vaportrail.logs.protection.DataProtection;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.model.logs.LiveTailSessionLogEvent;
import io.vaportrail.model.logs.LiveTailSessionMetadata;
import io.vaportrail.model.logs.LiveTailSessionUpdate;
import io.vaportrail.model.logs.SessionTimeoutException;
import io.vaportrail.model.logs.StartLiveTailRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One live tail: what it wants, and what has come in since its last update. */
final class TailSession {
    private final Set<LogGroup> groups;
    private final StartLiveTailRequest request;
    private final FilterPattern pattern;
    private final DataProtection protection;
    private List<LiveTailSessionLogEvent> waiting = new ArrayList<>();
    private boolean sampled;
    private @Nullable EventSender sender;

    TailSession(Set<LogGroup> groups, StartLiveTailRequest request, FilterPattern pattern, DataProtection protection) {
        this.groups = groups;
        this.request = request;
        this.pattern = pattern;
        this.protection = protection;
    }

    Set<LogGroup> groups() {
        return groups;
    }

    synchronized void begin(EventSender events) {
        sender = events;
    }

    void take(IngestedEvents events) {
        if (!wants(events.stream())) {
            return;
        }
        for (LogStream.Incoming event : events.events()) {
            String message = protection.masked(events.stream().group(), events.ingestionMillis(), event.message());
            if (pattern.matches(message)) {
                add(events, event.timestamp(), message);
            }
        }
    }

    private boolean wants(LogStream stream) {
        List<String> names = request.logStreamNames();
        List<String> prefixes = request.logStreamNamePrefixes();
        return (names == null || names.contains(stream.name()))
                && (prefixes == null || prefixes.stream().anyMatch(stream.name()::startsWith));
    }

    private synchronized void add(IngestedEvents events, long timestamp, String message) {
        if (waiting.size() >= LogsLimits.TAIL_EVENTS) {
            sampled = true;
            return;
        }
        LogGroup group = events.stream().group();
        waiting.add(LiveTailSessionLogEvent.builder()
                .logStreamName(events.stream().name())
                .logGroupIdentifier(group.accountId() + ":" + group.name())
                .message(message)
                .timestamp(timestamp)
                .ingestionTime(events.ingestionMillis())
                .build());
    }

    /** Sends what has come in, even if that is nothing: so the caller knows that the tail lives. */
    void update() {
        EventSender to;
        LiveTailSessionUpdate update;
        synchronized (this) {
            to = sender;
            update = LiveTailSessionUpdate.builder()
                    .sessionMetadata(
                            LiveTailSessionMetadata.builder().sampled(sampled).build())
                    .sessionResults(waiting)
                    .build();
            waiting = new ArrayList<>();
            sampled = false;
        }
        if (to != null && !to.send("sessionUpdate", update)) {
            synchronized (this) {
                sampled = true;
            }
        }
    }

    /** Ends it because it has lasted long enough. */
    void timeOut() {
        EventSender to;
        synchronized (this) {
            to = sender;
        }
        if (to != null) {
            to.fail(SessionTimeoutException.of("Your session has timed out after 3 hours."));
        }
    }

    /** Ends it because all is forgotten. */
    void end() {
        EventSender to;
        synchronized (this) {
            to = sender;
        }
        if (to != null) {
            to.end();
        }
    }
}

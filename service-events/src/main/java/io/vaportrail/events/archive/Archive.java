package io.vaportrail.events.archive;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.events.event.Event;
import io.vaportrail.events.pattern.EventPattern;
import io.vaportrail.events.store.BusListener;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.EventsArn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of a bus that a pattern wants, as long as they are to be kept. What was replayed is not archived again. */
final class Archive implements BusListener {
    private static final Logger log = LoggerFactory.getLogger(Archive.class);

    private final String name;
    private final EventBus bus;
    private final Instant created;
    private final EmulatorClock clock;
    private final ArchiveMemory memory;
    private volatile Settings settings;

    // Guarded by this.
    private final Deque<Kept> events = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    /**
     * What its owner set.
     *
     * @param description or {@code null}
     * @param pattern which events are kept, or {@code null} for all
     * @param retentionDays for how long, 0 for ever
     * @param kmsKeyIdentifier of the key that it would be encrypted with, or {@code null}
     */
    record Settings(
            @Nullable String description,
            @Nullable EventPattern pattern,
            int retentionDays,
            @Nullable String kmsKeyIdentifier) {}

    /** How much there is in it. */
    record Size(long events, long bytes) {}

    private record Kept(Event event, int bytes) {}

    Archive(String name, EventBus bus, Settings settings, EmulatorClock clock, ArchiveMemory memory) {
        this.name = name;
        this.bus = bus;
        this.settings = settings;
        this.clock = clock;
        this.memory = memory;
        this.created = clock.now();
    }

    String name() {
        return name;
    }

    EventBus bus() {
        return bus;
    }

    Instant created() {
        return created;
    }

    String arn() {
        return EventsArn.events(bus.accountId(), bus.region(), "archive/" + name)
                .toString();
    }

    Settings settings() {
        return settings;
    }

    synchronized void change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
    }

    @Override
    public void taken(Event event, String json) {
        EventPattern pattern = settings.pattern();
        if (event.replay() == null && (pattern == null || pattern.matches(json))) {
            keep(new Kept(event, json.getBytes(StandardCharsets.UTF_8).length));
        }
    }

    private synchronized void keep(Kept kept) {
        if (closed) {
            return;
        }
        expire();
        events.addLast(kept);
        bytes += kept.bytes();
        memory.add(kept.bytes());
        boolean lost = false;
        while (memory.isFull() && !events.isEmpty()) {
            removeFirst();
            lost = true;
        }
        if (lost) {
            log.warn("archive {}: the oldest events are gone, all archives together are full", arn());
        }
    }

    private void expire() {
        int days = settings.retentionDays();
        if (days == 0) {
            return;
        }
        Instant oldest = clock.now().minus(Duration.ofDays(days));
        while (!events.isEmpty() && events.getFirst().event().ingested().isBefore(oldest)) {
            removeFirst();
        }
    }

    private void removeFirst() {
        int gone = events.removeFirst().bytes();
        bytes -= gone;
        memory.add(-gone);
    }

    synchronized Size size() {
        expire();
        return new Size(events.size(), bytes);
    }

    /** The events of a time, both ends included, in the order in which they came. */
    synchronized List<Event> between(Instant start, Instant end) {
        expire();
        List<Event> found = new ArrayList<>();
        for (Kept kept : events) {
            Instant time = kept.event().time();
            if (!time.isBefore(start) && !time.isAfter(end)) {
                found.add(kept.event());
            }
        }
        return found;
    }

    /** Keeps nothing any more. */
    synchronized void close() {
        closed = true;
        bus.removeListener(this);
        while (!events.isEmpty()) {
            removeFirst();
        }
    }
}

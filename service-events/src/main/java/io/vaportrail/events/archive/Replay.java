package io.vaportrail.events.archive;

import io.vaportrail.events.event.Event;
import io.vaportrail.events.store.EventBus;
import io.vaportrail.events.store.EventsArn;
import io.vaportrail.model.events.ReplayDestination;
import io.vaportrail.model.events.ReplayState;
import io.vaportrail.model.events.StartReplayRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events of an archive that are put on its bus once more. Its progress is guarded by itself. */
final class Replay {
    private final StartReplayRequest request;
    private final EventBus bus;
    private final Deque<Event> left;
    private final Set<String> ruleArns;
    private final Instant started;
    private String state = ReplayState.STARTING;
    private @Nullable Instant lastReplayed;
    private @Nullable Instant ended;

    Replay(StartReplayRequest request, EventBus bus, List<Event> events, Instant started) {
        this.request = request;
        this.bus = bus;
        this.left = new ArrayDeque<>(events);
        this.started = started;
        ReplayDestination destination = request.destination();
        this.ruleArns = destination.filterArns() == null ? Set.of() : Set.copyOf(destination.filterArns());
    }

    /** How far it is. */
    record Progress(
            String state,
            @Nullable Instant lastReplayed,
            @Nullable Instant ended) {}

    String name() {
        return request.replayName();
    }

    String arn() {
        return EventsArn.events(bus.accountId(), bus.region(), "replay/" + name())
                .toString();
    }

    StartReplayRequest request() {
        return request;
    }

    EventBus bus() {
        return bus;
    }

    Instant started() {
        return started;
    }

    /** The rules that get the events; empty for all. */
    Set<String> ruleArns() {
        return ruleArns;
    }

    synchronized Progress progress() {
        return new Progress(state, lastReplayed, ended);
    }

    synchronized boolean isActive() {
        return ended == null;
    }

    /** The next event as it is replayed, or {@code null} when there is none or it was called off; then it has ended. */
    synchronized @Nullable Event next(Instant now) {
        if (ended != null) {
            return null;
        }
        if (state.equals(ReplayState.CANCELLING)) {
            return end(ReplayState.CANCELLED, now);
        }
        state = ReplayState.RUNNING;
        Event event = left.pollFirst();
        if (event == null) {
            return end(ReplayState.COMPLETED, now);
        }
        lastReplayed = event.time();
        return new Event(
                event.id(),
                event.source(),
                event.detailType(),
                event.account(),
                event.time(),
                event.region(),
                event.resources(),
                event.detail(),
                name(),
                now,
                null,
                event.forwarded());
    }

    private @Nullable Event end(String finalState, Instant now) {
        state = finalState;
        ended = now;
        left.clear();
        return null;
    }

    /** Calls it off; false when it has ended or was called off before. */
    synchronized boolean cancel() {
        if (ended != null || state.equals(ReplayState.CANCELLING)) {
            return false;
        }
        state = ReplayState.CANCELLING;
        return true;
    }
}

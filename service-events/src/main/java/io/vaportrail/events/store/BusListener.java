package io.vaportrail.events.store;

import io.vaportrail.events.event.Event;

/** Is told of every event that a bus takes, whatever its rules make of it; on the thread that brings the event, so it must be quick. */
@FunctionalInterface
public interface BusListener {
    /**
     * An event has come.
     *
     * @param json the event as JSON
     */
    void taken(Event event, String json);
}

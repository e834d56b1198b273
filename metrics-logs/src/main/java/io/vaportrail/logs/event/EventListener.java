package io.vaportrail.logs.event;

import io.vaportrail.logs.store.LogGroup;

/** Takes note of events that are written. */
public interface EventListener {
    /** Whether it cares for events of this group; asked for every batch, so it must be quick. */
    boolean listensTo(LogGroup group);

    /** Events have been written. Called without locks, for one batch on one thread. */
    void ingested(IngestedEvents events);
}

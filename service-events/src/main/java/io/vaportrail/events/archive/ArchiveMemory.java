package io.vaportrail.events.archive;

import io.vaportrail.events.EventsLimits;
import java.util.concurrent.atomic.AtomicLong;

/** What all archives together may keep. */
final class ArchiveMemory {
    private final AtomicLong bytes = new AtomicLong();

    void add(long more) {
        bytes.addAndGet(more);
    }

    boolean isFull() {
        return bytes.get() > EventsLimits.ARCHIVED_BYTES;
    }
}

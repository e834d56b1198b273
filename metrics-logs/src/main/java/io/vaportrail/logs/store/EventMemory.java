package io.vaportrail.logs.store;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory all events of all accounts may take together, and how much they take. */
public final class EventMemory {
    private final long limitBytes;
    private final AtomicLong used = new AtomicLong();

    /** Memory of so many bytes. */
    public EventMemory(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Takes bytes, or gives some back. Gives {@code false} and takes none when there are not so many left. */
    public boolean take(long bytes) {
        if (used.addAndGet(bytes) <= limitBytes) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    /** Gives bytes back. */
    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** The bytes that may be taken. */
    public long limitBytes() {
        return limitBytes;
    }

    /** The bytes that are taken. */
    public long usedBytes() {
        return used.get();
    }
}

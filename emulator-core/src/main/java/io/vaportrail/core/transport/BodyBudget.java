package io.vaportrail.core.transport;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all bodies that are coming in may take together: the limit of one body times the limit of connections is more
 * than any machine has. A body of the smallest step takes nothing from it.
 */
final class BodyBudget {
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long bytes) {
        this.bytes = bytes;
    }

    /** Half of the heap. */
    static BodyBudget ofHeap() {
        return new BodyBudget(Runtime.getRuntime().maxMemory() / 2);
    }

    void take(long amount) throws BodyException {
        if (taken.addAndGet(amount) > bytes) {
            taken.addAndGet(-amount);
            throw BodyException.noRoom();
        }
    }

    void giveBack(long amount) {
        taken.addAndGet(-amount);
    }

    long taken() {
        return taken.get();
    }
}

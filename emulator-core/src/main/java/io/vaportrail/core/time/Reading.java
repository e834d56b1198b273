package io.vaportrail.core.time;

import java.util.concurrent.atomic.AtomicLong;

/** How domain time follows from the machine's, from one change by hand to the next. Within a reading time never goes back. */
final class Reading {
    private final boolean frozen;
    private final long offset;

    /** The latest time that was read: the machine's clock may be set back, domain time may not. */
    private final AtomicLong latest;

    private Reading(boolean frozen, long offset, long start) {
        this.frozen = frozen;
        this.offset = offset;
        this.latest = new AtomicLong(start);
    }

    /** Time stands still. */
    static Reading frozenAt(long millis) {
        return new Reading(true, 0, millis);
    }

    /** Time runs on from there. */
    static Reading runningFrom(long millis, MachineClock machine) {
        return new Reading(false, millis - machine.millis(), millis);
    }

    /** The machine's time. */
    static Reading asMachine() {
        return new Reading(false, 0, Long.MIN_VALUE);
    }

    boolean frozen() {
        return frozen;
    }

    long millis(MachineClock machine) {
        long last = latest.get();
        if (frozen) {
            return last;
        }
        long now = machine.millis() + offset;
        while (now > last) {
            if (latest.compareAndSet(last, now)) {
                return now;
            }
            last = latest.get();
        }
        return last;
    }
}

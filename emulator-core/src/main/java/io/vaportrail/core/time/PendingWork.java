package io.vaportrail.core.time;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the work in process that nobody outside waits for: calls between services, deliveries, tasks set off by timers. */
public final class PendingWork {
    /** How long settling is waited for, in the machine's time; outbound HTTP may take this long. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final Duration patience;
    private long pending;

    /** No work. */
    public PendingWork() {
        this(PATIENCE);
    }

    /** No work, waited for no longer than so. */
    PendingWork(Duration patience) {
        this.patience = patience;
    }

    /** Some work begins. */
    public void begin() {
        lock.lock();
        try {
            pending++;
        } finally {
            lock.unlock();
        }
    }

    /** Some work has ended. */
    public void end() {
        lock.lock();
        try {
            if (pending == 0) {
                throw new IllegalStateException("pending work: an end without a beginning (expected: one each)");
            }
            if (--pending == 0) {
                settled.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How much work is going on. */
    public long count() {
        lock.lock();
        try {
            return pending;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until no work is going on.
     *
     * @return whether that came within {@link #PATIENCE}
     */
    public boolean awaitSettled() {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (pending > 0 && nanos > 0) {
                nanos = settled.awaitNanos(nanos);
            }
            return pending == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}

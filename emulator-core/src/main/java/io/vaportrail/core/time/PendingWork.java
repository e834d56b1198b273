package io.vaportrail.core.time;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the work in process that nobody outside waits for: calls between services, deliveries, tasks set off by timers. */
public final class PendingWork {
    /** How long calls outside are waited for, in the machine's time. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long work in process is waited for: it comes to an end, but a busy machine may take its time to make a key. */
    public static final Duration PATIENCE_IN_PROCESS = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final Duration patience;
    private final Duration patienceInProcess;
    private long pending;
    private long outside;

    /** No work. */
    public PendingWork() {
        this(PATIENCE, PATIENCE_IN_PROCESS);
    }

    /** No work, waited for no longer than so. */
    PendingWork(Duration patience, Duration patienceInProcess) {
        this.patience = patience;
        this.patienceInProcess = patienceInProcess;
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

    /** A call to somewhere outside begins. */
    public void beginOutside() {
        lock.lock();
        try {
            pending++;
            outside++;
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Some work has ended. */
    public void end() {
        lock.lock();
        try {
            if (pending == outside) {
                throw new IllegalStateException("pending work: an end without a beginning (expected: one each)");
            }
            pending--;
            signalIfOutsideIsLeft();
        } finally {
            lock.unlock();
        }
    }

    /** A call to somewhere outside has ended. */
    public void endOutside() {
        lock.lock();
        try {
            if (outside == 0) {
                throw new IllegalStateException("calls outside: an end without a beginning (expected: one each)");
            }
            outside--;
            pending--;
            signalIfOutsideIsLeft();
        } finally {
            lock.unlock();
        }
    }

    private void signalIfOutsideIsLeft() {
        if (pending == outside) {
            settled.signalAll();
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
     * @return whether that came within {@link #PATIENCE_IN_PROCESS}, or {@link #PATIENCE} where only calls outside are left
     */
    public boolean awaitSettled() {
        lock.lock();
        try {
            long start = System.nanoTime();
            while (pending > 0) {
                Duration limit = pending > outside ? patienceInProcess : patience;
                long left = limit.toNanos() - (System.nanoTime() - start);
                if (left <= 0) {
                    break;
                }
                settled.awaitNanos(left);
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

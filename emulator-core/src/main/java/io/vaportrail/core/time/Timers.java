package io.vaportrail.core.time;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timers of a clock, and the thread that has them run when their time comes; it is there only while there are timers. */
final class Timers {
    private static final Logger log = LoggerFactory.getLogger(Timers.class);

    /** How long the thread waits for another timer before it ends. */
    private static final long IDLE_SECONDS = 10;

    private final LongSupplier time;
    private final BooleanSupplier frozen;
    private final Runnable runDue;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private final TimerQueue queue = new TimerQueue();
    private @Nullable Thread thread;
    private boolean stopped;

    /**
     * No timers.
     *
     * @param time domain time in milliseconds since 1970
     * @param frozen whether it stands still
     * @param runDue runs the timer that is due first
     */
    Timers(LongSupplier time, BooleanSupplier frozen, Runnable runDue) {
        this.time = time;
        this.frozen = frozen;
        this.runDue = runDue;
    }

    Cancellable schedule(long atMillis, Runnable task) {
        lock.lock();
        try {
            TimerQueue.Timer timer = queue.add(atMillis, task);
            startThread();
            if (queue.first() == timer) {
                changed.signalAll();
            }
            return () -> cancel(timer);
        } finally {
            lock.unlock();
        }
    }

    private void cancel(TimerQueue.Timer timer) {
        lock.lock();
        try {
            queue.cancel(timer);
        } finally {
            lock.unlock();
        }
    }

    /** The first timer if it is due by then, or {@code null}. */
    TimerQueue.@Nullable Timer firstDue(long endMillis) {
        lock.lock();
        try {
            TimerQueue.Timer first = queue.first();
            return first != null && first.atMillis() <= endMillis ? first : null;
        } finally {
            lock.unlock();
        }
    }

    /** Takes out what the timer is to run, or {@code null} when it was called off or another has come before it. */
    @Nullable Runnable take(TimerQueue.Timer timer) {
        lock.lock();
        try {
            return queue.first() == timer ? queue.take(timer) : null;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            queue.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Has the thread look again how long it has to wait. */
    void timeChanged() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops all timers and ends the thread for good. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            queue.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void startThread() {
        if (thread == null && !stopped) {
            Thread started = new Thread(this::runTimers, "vaportrail-clock");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    private void runTimers() {
        try {
            while (awaitDue()) {
                runDue.run();
            }
        } catch (InterruptedException e) {
            log.warn("the clock's thread was interrupted; the next timer starts another", e);
        } finally {
            forgetThread();
        }
    }

    /** Waits until a timer is due; false when the thread is to end. */
    private boolean awaitDue() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped) {
                TimerQueue.Timer first = queue.first();
                if (first == null) {
                    if (!changed.await(IDLE_SECONDS, TimeUnit.SECONDS) && queue.first() == null) {
                        // Under the lock, so that a timer scheduled next starts another thread.
                        thread = null;
                        return false;
                    }
                    continue;
                }
                long wait = first.atMillis() - time.getAsLong();
                if (wait <= 0) {
                    return true;
                }
                await(wait);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void await(long millis) throws InterruptedException {
        if (frozen.getAsBoolean()) {
            changed.await();
        } else {
            changed.await(millis, TimeUnit.MILLISECONDS);
        }
    }

    private void forgetThread() {
        lock.lock();
        try {
            if (thread == Thread.currentThread()) {
                thread = null;
            }
        } finally {
            lock.unlock();
        }
    }
}

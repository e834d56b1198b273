package io.vaportrail.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Domain time and its timers. It runs beside the machine's clock until it is moved forward or frozen; it never goes back, except
 * by {@link #reset()}.
 *
 * <p>Timers run one at a time, in the order in which they are due (those due at the same time in the order scheduled). Left alone,
 * a thread of its own runs them when their time comes; {@link #advance} runs all that fall due on the way, each at its own time,
 * and waits after each until the work it set off has settled. Nothing polls: without timers there is no thread.
 */
public final class EmulatorClock {
    /** The latest time that can be set. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final Logger log = LoggerFactory.getLogger(EmulatorClock.class);

    private final MachineClock machine;
    private final PendingWork pending;
    private final ReentrantLock queueLock = new ReentrantLock();
    private final Condition queueChanged = queueLock.newCondition();
    private final PriorityQueue<Timer> queue = new PriorityQueue<>();

    /** Held while timers run, so that they never overlap and time moves under one hand. */
    private final ReentrantLock runLock = new ReentrantLock();

    private volatile Reading reading = new Reading(false, 0);
    private long scheduled;
    private @Nullable Thread runner;

    /**
     * How domain time follows from the machine's.
     *
     * @param frozen whether it stands still
     * @param millis the time itself when frozen, else what is added to the machine's
     */
    private record Reading(boolean frozen, long millis) {}

    /**
     * A clock that starts at the machine's time.
     *
     * @param machine the machine's clock
     * @param pending the work that timers set off, waited for when time is moved
     */
    public EmulatorClock(MachineClock machine, PendingWork pending) {
        this.machine = machine;
        this.pending = pending;
    }

    /** The time in milliseconds since 1970. */
    public long millis() {
        Reading now = reading;
        return now.frozen ? now.millis : machine.millis() + now.millis;
    }

    /** The time, to the millisecond. */
    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    /** Whether time stands still. */
    public boolean frozen() {
        return reading.frozen;
    }

    /**
     * Runs the task once the time has come. It must be short, since all timers share one thread; what it throws is logged.
     *
     * @param atMillis when, in milliseconds since 1970; a time that has passed means as soon as possible
     */
    public Cancellable schedule(long atMillis, Runnable task) {
        queueLock.lock();
        try {
            Timer timer = new Timer(atMillis, scheduled++, task);
            queue.add(timer);
            startRunner();
            if (queue.peek() == timer) {
                queueChanged.signalAll();
            }
            return () -> cancel(timer);
        } finally {
            queueLock.unlock();
        }
    }

    /**
     * Moves time forward, running every timer due on the way.
     *
     * @return whether all work that the timers set off has settled
     * @throws IllegalArgumentException when the duration is negative or leads past {@link #LATEST}
     */
    public boolean advance(Duration duration) {
        return moveTo(
                () -> now().plus(duration), "advance: " + duration + " (expected: not negative, up to " + LATEST + ")");
    }

    /**
     * Moves time forward to an instant, running every timer due on the way.
     *
     * @return whether all work that the timers set off has settled
     * @throws IllegalArgumentException when the instant has passed or lies past {@link #LATEST}
     */
    public boolean set(Instant instant) {
        return moveTo(() -> instant, "set: " + instant + " (expected: not before " + now() + ", up to " + LATEST + ")");
    }

    /** Makes time stand still. */
    public void freeze() {
        runLock.lock();
        try {
            install(new Reading(true, millis()));
        } finally {
            runLock.unlock();
        }
    }

    /** Lets time run again from where it stands. */
    public void unfreeze() {
        runLock.lock();
        try {
            install(new Reading(false, millis() - machine.millis()));
        } finally {
            runLock.unlock();
        }
    }

    /** Drops all timers and returns to the machine's time. */
    public void reset() {
        runLock.lock();
        try {
            queueLock.lock();
            try {
                queue.clear();
            } finally {
                queueLock.unlock();
            }
            install(new Reading(false, 0));
        } finally {
            runLock.unlock();
        }
    }

    /** How many timers are waiting. */
    public int timers() {
        queueLock.lock();
        try {
            return queue.size();
        } finally {
            queueLock.unlock();
        }
    }

    private boolean moveTo(java.util.function.Supplier<Instant> target, String complaint) {
        runLock.lock();
        try {
            long end = checked(target, complaint);
            boolean resume = !reading.frozen;
            boolean settled = true;
            Timer due;
            while ((due = takeDue(end)) != null) {
                install(new Reading(true, Math.max(millis(), due.atMillis)));
                run(due);
                settled &= pending.awaitSettled();
            }
            install(new Reading(true, end));
            if (resume) {
                install(new Reading(false, end - machine.millis()));
            }
            return settled & pending.awaitSettled();
        } finally {
            runLock.unlock();
        }
    }

    private long checked(java.util.function.Supplier<Instant> target, String complaint) {
        try {
            Instant end = target.get();
            if (end.toEpochMilli() >= millis() && !end.isAfter(LATEST)) {
                return end.toEpochMilli();
            }
        } catch (java.time.DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(complaint, e);
        }
        throw new IllegalArgumentException(complaint);
    }

    private void install(Reading next) {
        reading = next;
        queueLock.lock();
        try {
            queueChanged.signalAll();
        } finally {
            queueLock.unlock();
        }
    }

    private void cancel(Timer timer) {
        queueLock.lock();
        try {
            queue.remove(timer);
        } finally {
            queueLock.unlock();
        }
    }

    private @Nullable Timer takeDue(long endMillis) {
        queueLock.lock();
        try {
            Timer first = queue.peek();
            return first != null && first.atMillis <= endMillis ? queue.poll() : null;
        } finally {
            queueLock.unlock();
        }
    }

    private void run(Timer timer) {
        try {
            timer.task.run();
        } catch (RuntimeException e) {
            log.error("timer due at {} failed", Instant.ofEpochMilli(timer.atMillis), e);
        }
    }

    private void startRunner() {
        if (runner == null) {
            Thread thread = new Thread(this::runTimers, "vaportrail-clock");
            thread.setDaemon(true);
            runner = thread;
            thread.start();
        }
    }

    private void runTimers() {
        try {
            while (true) {
                awaitDue();
                runLock.lock();
                try {
                    Timer due = takeDue(millis());
                    if (due != null) {
                        run(due);
                    }
                } finally {
                    runLock.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitDue() throws InterruptedException {
        queueLock.lock();
        try {
            while (true) {
                Timer first = queue.peek();
                if (first == null || frozen() && first.atMillis > millis()) {
                    queueChanged.await();
                    continue;
                }
                long wait = first.atMillis - millis();
                if (wait <= 0) {
                    return;
                }
                queueChanged.await(wait, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        } finally {
            queueLock.unlock();
        }
    }

    private record Timer(long atMillis, long order, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}

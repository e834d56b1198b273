package io.vaportrail.core.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Domain time and its timers. It runs beside the machine's clock until it is moved forward or frozen; it never goes back, except
 * by {@link #reset()}.
 *
 * <p>Timers run one at a time, in the order in which they are due (those due at the same time in the order scheduled). Left alone,
 * a thread of its own runs them when their time comes; {@link #advance} runs all that fall due on the way, each at its own time,
 * and waits after each until the work it set off has settled. Nothing polls; the thread ends when there has been no timer for a
 * while.
 */
public final class EmulatorClock {
    /** The latest time that can be set. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final Logger log = LoggerFactory.getLogger(EmulatorClock.class);

    private final MachineClock machine;
    private final PendingWork pending;
    private final Timers timers = new Timers(this::millis, this::frozen, this::runDue);

    /** Held while timers run, so that they never overlap and time moves under one hand. */
    private final ReentrantLock runLock = new ReentrantLock();

    private volatile Reading reading = Reading.asMachine();

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
        return reading.millis(machine);
    }

    /** The time, to the millisecond. */
    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    /** Whether time stands still. */
    public boolean frozen() {
        return reading.frozen();
    }

    /**
     * Runs the task once the time has come. It must be short, since all timers share one thread; what it throws is logged.
     *
     * @param atMillis when, in milliseconds since 1970; a time that has passed means as soon as possible
     */
    public Cancellable schedule(long atMillis, Runnable task) {
        return timers.schedule(atMillis, task);
    }

    /**
     * Moves time forward, running every timer due on the way.
     *
     * @return whether all work that the timers set off has settled
     * @throws IllegalArgumentException when the duration is negative or leads past {@link #LATEST}
     * @throws IllegalStateException when called by a timer
     */
    public boolean advance(Duration duration) {
        return move(
                start -> Instant.ofEpochMilli(start).plus(duration),
                "advance: " + duration + " (expected: not negative, up to " + LATEST + ")");
    }

    /**
     * Moves time forward to an instant, running every timer due on the way.
     *
     * @return whether all work that the timers set off has settled
     * @throws IllegalArgumentException when the instant has passed or lies past {@link #LATEST}
     * @throws IllegalStateException when called by a timer
     */
    public boolean set(Instant instant) {
        return move(
                start -> instant, "set: " + instant + " (expected: not before " + now() + ", up to " + LATEST + ")");
    }

    /**
     * Makes time stand still.
     *
     * @throws IllegalStateException when called by a timer
     */
    public void freeze() {
        exclusively(() -> install(Reading.frozenAt(millis())));
    }

    /**
     * Lets time run again from where it stands.
     *
     * @throws IllegalStateException when called by a timer
     */
    public void unfreeze() {
        exclusively(() -> {
            if (frozen()) {
                install(Reading.runningFrom(millis(), machine));
            }
        });
    }

    /**
     * Drops all timers and returns to the machine's time.
     *
     * @throws IllegalStateException when called by a timer
     */
    public void reset() {
        exclusively(() -> {
            timers.clear();
            install(Reading.asMachine());
        });
    }

    /** Drops all timers and ends the thread; timers scheduled from now on never run by themselves. */
    public void stop() {
        timers.stop();
    }

    /** How many timers are waiting. */
    public int timers() {
        return timers.size();
    }

    private boolean move(LongFunction<Instant> target, String complaint) {
        boolean[] settled = {true};
        exclusively(() -> settled[0] = moveTo(target, complaint));
        return settled[0];
    }

    /** Time stands still at each timer's moment until its work has settled. Patience with work that does not is spent once. */
    private boolean moveTo(LongFunction<Instant> target, String complaint) {
        boolean running = !frozen();
        long time = millis();
        long end = checked(target, time, complaint);
        install(Reading.frozenAt(time));
        boolean settled = true;
        TimerQueue.Timer due;
        while ((due = timers.firstDue(end)) != null) {
            time = Math.max(time, due.atMillis());
            install(Reading.frozenAt(time));
            run(due);
            settled = settled && pending.awaitSettled();
        }
        install(running ? Reading.runningFrom(end, machine) : Reading.frozenAt(end));
        return settled && pending.awaitSettled();
    }

    private static long checked(LongFunction<Instant> target, long start, String complaint) {
        try {
            Instant end = target.apply(start);
            if (end.toEpochMilli() >= start && !end.isAfter(LATEST)) {
                return end.toEpochMilli();
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(complaint, e);
        }
        throw new IllegalArgumentException(complaint);
    }

    private void exclusively(Runnable action) {
        if (runLock.isHeldByCurrentThread()) {
            throw new IllegalStateException("clock: moved by a timer (expected: timers leave time alone)");
        }
        runLock.lock();
        try {
            action.run();
        } finally {
            runLock.unlock();
        }
    }

    private void install(Reading next) {
        reading = next;
        timers.timeChanged();
    }

    /** Runs the timer that is due first, if any; for the thread. */
    private void runDue() {
        exclusively(() -> {
            TimerQueue.Timer due = timers.firstDue(millis());
            if (due != null) {
                run(due);
            }
        });
    }

    /** Runs the timer unless it was called off since it was found. */
    private void run(TimerQueue.Timer timer) {
        Runnable task = timers.take(timer);
        if (task == null) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("timer due at {} failed", Instant.ofEpochMilli(timer.atMillis()), e);
        }
    }
}

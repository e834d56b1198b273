package io.vaportrail.core.time;

import java.time.Duration;

/** Timers on the machine's clock, for what a client really waits for. Domain deadlines belong on {@link EmulatorClock}. */
@FunctionalInterface
public interface MachineTimer {
    /** Runs the task once after the delay, on a thread that must not be blocked. */
    Cancellable schedule(Duration delay, Runnable task);

    /** The machine's stopwatch, in nanoseconds since some moment; only the difference of two readings says something. */
    default long nanos() {
        return System.nanoTime();
    }
}

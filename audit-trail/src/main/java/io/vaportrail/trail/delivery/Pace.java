package io.vaportrail.trail.delivery;

import io.vaportrail.core.time.MachineTimer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Has the work of deliveries done on workers, with breaks, so that calls are not slowed down by being recorded. */
final class Pace {
    /** How much longer than the work before it a break is: a thirtieth of one core is taken, however slow the machine. */
    private static final int FACTOR = 30;

    private static final Duration SHORTEST = Duration.ofMillis(2);

    /** The first work of a process takes long, and so does what others interrupt. */
    private static final Duration LONGEST = Duration.ofMillis(120);

    private final MachineTimer timer;
    private final Executor workers;

    Pace(MachineTimer timer, Executor workers) {
        this.timer = timer;
        this.workers = workers;
    }

    /** When work begins, for {@link #restSince}. */
    long begin() {
        return timer.nanos();
    }

    /**
     * Completes on a worker, after a break.
     *
     * @param begin when the work began that the break is for
     */
    CompletionStage<?> restSince(long begin) {
        long nanos = Math.max(SHORTEST.toNanos(), (timer.nanos() - begin) * FACTOR);
        Duration rest = Duration.ofNanos(Math.min(LONGEST.toNanos(), nanos));
        CompletableFuture<Object> rested = new CompletableFuture<>();
        timer.schedule(rest, () -> onWorker(() -> rested.complete(true)));
        return rested;
    }

    /** Runs the work on a worker, as soon as there is one. */
    void onWorker(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            timer.schedule(SHORTEST, () -> onWorker(work));
        }
    }
}

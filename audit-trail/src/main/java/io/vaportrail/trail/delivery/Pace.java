package io.vaportrail.trail.delivery;

import io.vaportrail.core.time.MachineTimer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Has the work of deliveries done on workers, with breaks, so that calls are not slowed down by being recorded. Breaks are so many times
 * as long as the work before them, however slow the machine: while calls come fast, deliveries take a sixtieth of one core, otherwise a
 * seventh, so that what has gathered is soon delivered. For one thread at a time.
 */
final class Pace {
    private static final int FACTOR_IN_A_RUSH = 60;
    private static final int FACTOR = 6;

    /** Calls a second from which on they come fast: what deliveries can keep up with otherwise, several times over. */
    private static final long RUSH = 5_000;

    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** The first work of a process takes long, and so does what others interrupt. */
    private static final Duration LONGEST = Duration.ofMillis(250);

    private static final double NANOS_A_SECOND = 1e9;

    private final MachineTimer timer;
    private final Executor workers;
    private final LongSupplier calls;
    private long seen;
    private long seenAt;

    /**
     * A pace.
     *
     * @param calls how many calls there have been so far
     */
    Pace(MachineTimer timer, Executor workers, LongSupplier calls) {
        this.timer = timer;
        this.workers = workers;
        this.calls = calls;
        this.seenAt = timer.nanos();
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
        long now = timer.nanos();
        long wanted = (now - begin) * (isRush(now) ? FACTOR_IN_A_RUSH : FACTOR);
        long rest = Math.min(LONGEST.toNanos(), Math.max(SHORTEST.toNanos(), wanted));
        CompletableFuture<Object> rested = new CompletableFuture<>();
        timer.schedule(Duration.ofNanos(rest), () -> onWorker(() -> rested.complete(true)));
        return rested;
    }

    private boolean isRush(long now) {
        long before = seen;
        long since = seenAt;
        seen = calls.getAsLong();
        seenAt = now;
        return seen - before > (now - since) * RUSH / NANOS_A_SECOND;
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

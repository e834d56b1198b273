package io.vaportrail.trail.delivery;

import io.vaportrail.core.time.PendingWork;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does rounds of work one after the other, each begun on a worker and over when its stage completes. They count as pending work. */
final class Rounds {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final PendingWork pending;
    private final Consumer<Runnable> workers;
    private final Deque<Round> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * One piece of work.
     *
     * @param work what to do
     * @param done completes when it is over, well or badly
     */
    private record Round(Supplier<CompletionStage<?>> work, CompletableFuture<@Nullable Void> done) {}

    Rounds(PendingWork pending, Consumer<Runnable> workers) {
        this.pending = pending;
        this.workers = workers;
    }

    /** Adds a round; what is answered completes when it is over, and never fails. */
    CompletionStage<@Nullable Void> add(Supplier<CompletionStage<?>> work) {
        Round round = new Round(work, new CompletableFuture<>());
        pending.begin();
        boolean start;
        synchronized (this) {
            waiting.add(round);
            start = !busy;
            busy = true;
        }
        if (start) {
            workers.accept(this::next);
        }
        return round.done;
    }

    private void next() {
        Round round;
        synchronized (this) {
            round = waiting.poll();
            busy = round != null;
        }
        if (round != null) {
            begin(round).whenComplete((result, failure) -> {
                if (failure != null) {
                    log.error("a delivery of trails failed", failure);
                }
                round.done.complete(null);
                workers.accept(this::next);
                pending.end();
            });
        }
    }

    private static CompletionStage<?> begin(Round round) {
        try {
            return round.work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}

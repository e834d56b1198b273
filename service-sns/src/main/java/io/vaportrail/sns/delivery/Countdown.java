package io.vaportrail.sns.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Completes when all that was started has ended; begins with one start, for who starts the others. */
final class Countdown {
    private final AtomicInteger open = new AtomicInteger(1);
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    void start(CompletionStage<?> work) {
        open.incrementAndGet();
        work.whenComplete((value, error) -> end());
    }

    void end() {
        if (open.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    CompletionStage<Void> done() {
        return done;
    }
}

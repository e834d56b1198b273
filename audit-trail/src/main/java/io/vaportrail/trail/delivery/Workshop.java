package io.vaportrail.trail.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineTimer;
import io.vaportrail.trail.digest.SigningKeys;
import io.vaportrail.trail.insights.InsightLog;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * What deliveries work with.
 *
 * @param store the records
 * @param renderer renders them
 * @param insights the Insights events
 * @param factory writes JSON
 * @param destinations where files go
 * @param keys what digests are signed with
 * @param clock domain time
 * @param timer machine time, for breaks
 * @param ids for names of files
 * @param workers where the work is done
 * @param interval how long records gather before they are delivered
 * @param demand where somebody looks at events
 */
record Workshop(
        TrailStore store,
        RecordRenderer renderer,
        InsightLog insights,
        JsonFactory factory,
        Destinations destinations,
        SigningKeys keys,
        EmulatorClock clock,
        MachineTimer timer,
        Ids ids,
        Executor workers,
        Duration interval,
        EventDemand demand) {
    /**
     * The break after each slice, some fifty times as long as a slice takes: so deliveries take a small part of one core, however
     * much there is to deliver, and calls are not slowed down by being recorded.
     */
    private static final Duration BREAK = Duration.ofMillis(60);

    /** Completes on a worker, a break later. */
    CompletionStage<?> pause() {
        CompletableFuture<Object> rested = new CompletableFuture<>();
        timer.schedule(BREAK, () -> onWorker(() -> rested.complete(true)));
        return rested;
    }

    /** Runs the work on a worker, as soon as there is one. */
    void onWorker(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            timer.schedule(BREAK, () -> onWorker(work));
        }
    }
}

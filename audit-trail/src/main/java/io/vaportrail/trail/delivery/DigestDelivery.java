package io.vaportrail.trail.delivery;

import io.vaportrail.core.time.Cancellable;
import io.vaportrail.trail.digest.DeliveredFile;
import io.vaportrail.trail.digest.DigestFile;
import io.vaportrail.trail.digest.DigestLog;
import io.vaportrail.trail.trails.Trail;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The digests of one trail: one after each hour of recording with validation, and one at its end. For one thread at a time. */
final class DigestDelivery {
    private final Trail trail;
    private final Workshop workshop;
    private final AtomicReference<@Nullable Cancellable> timer = new AtomicReference<>();
    private @Nullable DigestLog log;

    DigestDelivery(Trail trail, Workshop workshop) {
        this.trail = trail;
        this.workshop = workshop;
    }

    /** Has the action run when digests are due, instead of any time before; from any thread. */
    void schedule(Instant due, Runnable action) {
        Cancellable before = timer.getAndSet(workshop.clock().schedule(due.toEpochMilli(), action));
        if (before != null) {
            before.cancel();
        }
    }

    /** Whether a time has been set, which may have passed. */
    boolean isScheduled() {
        return timer.get() != null;
    }

    private void unschedule() {
        Cancellable before = timer.getAndSet(null);
        if (before != null) {
            before.cancel();
        }
    }

    /** Begins a chain when a recording with validation does. */
    void follow(Recording recording) {
        if (recording.validated() && log == null) {
            log = new DigestLog(trail.arn(), workshop.keys(), recording.start());
        }
    }

    /** Lists a log file in the next digest, if there will be one. */
    void add(String region, DeliveredFile file) {
        if (log != null) {
            log.add(region, file);
        }
    }

    /** When the next digests are due, or {@code null} without validation. */
    @Nullable Instant due() {
        return log == null ? null : log.due();
    }

    /** Delivers the digests of the hour that is over. Never fails; the trail's status tells. */
    CompletionStage<?> deliverDue() {
        DigestLog known = log;
        if (known == null || workshop.clock().now().isBefore(known.due())) {
            return CompletableFuture.completedStage(null);
        }
        Instant end = known.due();
        known.nextPeriod();
        return deliver(known, end);
    }

    /** Delivers the last digests when validation does not go on in the following recording. */
    CompletionStage<?> ended(Recording recording, @Nullable Recording following) {
        DigestLog known = log;
        Recording.End end = recording.end();
        boolean goesOn = following != null && following.validated() && !following.isFirst();
        if (known == null || end == null || goesOn) {
            return CompletableFuture.completedStage(null);
        }
        log = null;
        if (following == null || !following.validated()) {
            unschedule();
        }
        return deliver(known, end.time());
    }

    private CompletionStage<?> deliver(DigestLog of, Instant end) {
        List<DigestFile> files = of.write(trail.settings(), end);
        CompletionStage<?> done = CompletableFuture.completedStage(null);
        for (DigestFile file : files) {
            done = done.thenCompose(before -> workshop.destinations().deliver(trail, file))
                    .thenAccept(error -> {
                        if (error.isEmpty()) {
                            of.delivered(file, end);
                        }
                    });
        }
        return done;
    }
}

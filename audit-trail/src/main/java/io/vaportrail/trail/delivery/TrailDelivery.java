package io.vaportrail.trail.delivery;

import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.digest.DeliveredFile;
import io.vaportrail.trail.insights.InsightEvent;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailPosition;
import io.vaportrail.trail.trails.Trail;
import io.vaportrail.trail.trails.TrailSettings;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of one trail. It reads recordings one after the other, slice by slice, into a batch; when the batch is due its files
 * are put; what could not be put stays until it can. Recordings come from any thread; all else is for one thread at a time, never an
 * event loop.
 */
final class TrailDelivery {
    /** Records read in one go: half a millisecond of work, which the threads that serve calls hardly notice. */
    static final int SLICE = 64;

    private static final CompletionStage<@Nullable Void> DONE = CompletableFuture.completedStage(null);

    private final Trail trail;
    private final Workshop workshop;
    private final Deque<Recording> recordings = new ArrayDeque<>();
    private final Deque<LogFile> undelivered = new ArrayDeque<>();
    private final LogGroupFeed logGroup;
    private final Backoff backoff;
    private final DigestDelivery digests;
    private final InsightFeed insights;
    private @Nullable Batch batch;
    private volatile boolean abandoned;

    TrailDelivery(Trail trail, Workshop workshop) {
        this.trail = trail;
        this.workshop = workshop;
        this.logGroup = new LogGroupFeed(trail, workshop);
        this.backoff = new Backoff(workshop.interval());
        this.digests = new DigestDelivery(trail, workshop);
        this.insights = new InsightFeed(trail, workshop);
    }

    Trail trail() {
        return trail;
    }

    DigestDelivery digests() {
        return digests;
    }

    /** The trail records from the position on. */
    Recording record(TrailPosition from, Instant now, boolean first) {
        if (first) {
            insights.start();
        }
        synchronized (recordings) {
            Recording last = recordings.peekLast();
            if (last != null && !first) {
                last.endAt(new Recording.End(from, now, false));
            }
            Recording recording = new Recording(trail, from, now, first);
            recordings.add(recording);
            return recording;
        }
    }

    /** The trail does not record beyond the position. */
    void stop(TrailPosition end, Instant now) {
        insights.stop();
        synchronized (recordings) {
            Recording last = recordings.peekLast();
            if (last != null) {
                last.endAt(new Recording.End(end, now, true));
            }
        }
    }

    /** Lets go of everything; nothing is delivered any more. */
    void abandon() {
        abandoned = true;
    }

    /** Whether it has nothing more to do, ever, unless the trail records again. */
    boolean isFinished() {
        return abandoned || current() == null && undelivered.isEmpty() && insights.isEmpty() && logGroup.isEmpty();
    }

    /** Whether records of a category may still be needed, and up to where they were read; else {@link Long#MAX_VALUE}. */
    long readUpTo(EventCategory category) {
        long least = Long.MAX_VALUE;
        synchronized (recordings) {
            for (Recording recording : recordings) {
                if (recording.wants(category)) {
                    TrailPosition position = recording.position();
                    long there = category == EventCategory.MANAGEMENT ? position.management() : position.data();
                    least = Math.min(least, there);
                }
            }
        }
        return least;
    }

    /** When it should be tried again, or {@code null} when nothing failed. */
    @Nullable Instant retryAt() {
        return Deliveries.earlier(logGroup.retryAt(), undelivered.isEmpty() ? null : backoff.until());
    }

    private @Nullable Recording current() {
        synchronized (recordings) {
            return recordings.peek();
        }
    }

    /** Delivers what there is up to the position. Never fails; the trail's status and the run tell. */
    CompletionStage<@Nullable Void> deliver(Run run, TrailPosition upTo) {
        if (!undelivered.isEmpty()
                && !run.impatient()
                && backoff.holds(workshop.clock().now())) {
            return sendToLogGroup(run);
        }
        while (!abandoned) {
            takeInsights();
            if (!undelivered.isEmpty()) {
                return putFirst(run).thenCompose(put -> put ? deliver(run, upTo) : sendToLogGroup(run));
            }
            Recording recording = current();
            if (recording == null) {
                return sendToLogGroup(run);
            }
            digests.follow(recording);
            long began = workshop.pace().begin();
            Reading reading = read(recording, upTo);
            if (reading == Reading.MORE && run.paced() && !workshop.clock().frozen()) {
                run.rests();
                return workshop.pace().restSince(began).thenCompose(rested -> deliver(run, upTo));
            }
            if (reading == Reading.CAUGHT_UP && !hasDueBatch()) {
                return sendToLogGroup(run);
            }
            if (reading == Reading.ENDED && !mustDeliver(recording)) {
                return next(recording).thenCompose(ended -> deliver(run, upTo));
            }
            if (reading != Reading.MORE) {
                finishBatch();
            }
        }
        return DONE;
    }

    private CompletionStage<@Nullable Void> sendToLogGroup(Run run) {
        return logGroup.send(run).thenCompose(sent -> DONE);
    }

    private void takeInsights() {
        List<InsightEvent> events = undelivered.isEmpty() ? insights.take() : List.of();
        if (!events.isEmpty()) {
            undelivered.addAll(insights.files(events));
            if (trail.settings().logGroupArn() != null) {
                logGroup.add(events.stream().map(Batch.LogEvent::of).toList());
            }
        }
    }

    /** How far a slice has come. */
    private enum Reading {
        /** There is more to read. */
        MORE,
        /** The batch cannot take more. */
        FULL,
        /** All has been read that there is. */
        CAUGHT_UP,
        /** The recording has been read to its end. */
        ENDED
    }

    private Reading read(Recording recording, TrailPosition upTo) {
        Recording.End end = recording.end();
        TrailPosition last = end == null ? upTo : end.position();
        boolean toLogGroup = trail.settings().logGroupArn() != null;
        try (TrailCursor cursor = workshop.store()
                .oldestFirst(
                        recording.position(),
                        recording.wants(EventCategory.MANAGEMENT),
                        recording.wants(EventCategory.DATA))) {
            for (int read = 0; read < SLICE; read++) {
                StoredCall call = cursor.next();
                if (call == null || Recording.isPast(call, last)) {
                    return end == null ? Reading.CAUGHT_UP : Reading.ENDED;
                }
                if (!Recording.isBeyond(call, last) && recording.accepts(call)) {
                    batch().add(call, toLogGroup);
                }
                recording.readTo(cursor.position());
                if (batch != null && batch.isFull()) {
                    return Reading.FULL;
                }
            }
            return Reading.MORE;
        }
    }

    private Batch batch() {
        Batch known = batch;
        if (known == null) {
            known = new Batch(workshop.renderer(), workshop.factory());
            batch = known;
        }
        return known;
    }

    private boolean hasDueBatch() {
        return batch != null && batch.isDue();
    }

    /** At the end of all recording, even what deliveries led to is delivered: it cannot lead to more. */
    private boolean mustDeliver(Recording recording) {
        Recording.End end = recording.end();
        return batch != null && !batch.isEmpty() && end != null && end.stops();
    }

    private CompletionStage<?> next(Recording recording) {
        Recording following;
        synchronized (recordings) {
            recordings.remove(recording);
            following = recordings.peek();
        }
        return digests.ended(recording, following);
    }

    private void finishBatch() {
        Batch done = batch;
        if (done != null) {
            batch = null;
            undelivered.addAll(
                    done.finish(trail.arn().accountId(), workshop.clock().now(), workshop.ids()));
            logGroup.add(done.events());
        }
    }

    private CompletionStage<Boolean> putFirst(Run run) {
        LogFile file = undelivered.getFirst();
        TrailSettings settings = trail.settings();
        String key = file.key(settings.keyStart(), trail.arn().accountId());
        return workshop.destinations()
                .deliver(trail, file, settings.bucket(), key)
                .thenApply(error -> {
                    if (error.isEmpty()) {
                        undelivered.removeFirst();
                        backoff.clear();
                        run.delivered(file);
                        digests.add(
                                file.region(),
                                new DeliveredFile(settings.bucket(), key, file.hash(), file.oldest(), file.newest()));
                        return true;
                    }
                    run.failed(trail.arn().toString(), error);
                    backoff.failed(workshop.clock().now());
                    return false;
                });
    }
}

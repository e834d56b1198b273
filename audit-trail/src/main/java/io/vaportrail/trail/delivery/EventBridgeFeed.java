package io.vaportrail.trail.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.model.events.PutEventsRequest;
import io.vaportrail.model.events.PutEventsRequestEntry;
import io.vaportrail.model.events.PutEventsResultEntry;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.insights.InsightEvent;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.Limits;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailPosition;
import io.vaportrail.trail.store.TrailStore;
import io.vaportrail.trail.trails.CloudTrailCalls;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the trails of an account record on the default event buses of its regions, each event once, however many trails record it.
 * What cannot be put stays in the trail, and is read again from where it was left. Recordings come from any thread; all else is for
 * one thread at a time, never an event loop.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html">AWS service events delivered
 *     via AWS CloudTrail</a>
 */
final class EventBridgeFeed {
    /** Entries of one PutEvents, and bytes of all of them. */
    private static final int MOST_ENTRIES = 10;

    private static final int MOST_BYTES = 256 * 1024;

    /** Bytes of events that are read before they are put. */
    private static final int MOST_READ_BYTES = 512 * 1024;

    private static final CompletionStage<@Nullable Void> DONE = CompletableFuture.completedStage(null);

    private final String accountId;
    private final Workshop workshop;
    private final List<Recording> recordings = new ArrayList<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Backoff backoff;
    private int waitingBytes;
    private TrailPosition position = TrailPosition.START;
    private long insightPosition;
    private @Nullable String error;

    /** An event that has been read and not been put. */
    private record Waiting(String region, PutEventsRequestEntry entry, int bytes) {}

    EventBridgeFeed(String accountId, Workshop workshop) {
        this.accountId = accountId;
        this.workshop = workshop;
        this.backoff = new Backoff(workshop.interval());
    }

    /** A trail of the account records this too. */
    synchronized void record(Recording recording) {
        if (recordings.isEmpty()) {
            position = recording.from();
            insightPosition = workshop.insights().newest();
        }
        recordings.add(recording);
    }

    /** Whether all that the account's trails have recorded has been put. */
    synchronized boolean isFinished() {
        return recordings.isEmpty() && waiting.isEmpty();
    }

    /** Up to where records of a category were read that may still be needed; else {@link Long#MAX_VALUE}. */
    synchronized long readUpTo(EventCategory category) {
        if (recordings.stream().noneMatch(recording -> recording.wants(category))) {
            return Long.MAX_VALUE;
        }
        return category == EventCategory.MANAGEMENT ? position.management() : position.data();
    }

    /** When it should be tried again, or {@code null} when nothing failed that trying again could mend. */
    synchronized @Nullable Instant retryAt() {
        return error == null ? null : backoff.until();
    }

    /** Puts what there is up to the position. Never fails; the run tells. */
    CompletionStage<@Nullable Void> deliver(Run run, TrailPosition upTo) {
        if (error != null && !run.impatient() && backoff.holds(workshop.clock().now())) {
            return DONE;
        }
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        begin(run, upTo, done);
        return done;
    }

    private void begin(Run run, TrailPosition upTo, CompletableFuture<@Nullable Void> done) {
        step(run, upTo, workshop.pace().begin(), done);
    }

    /**
     * Reads some events, or puts some that have been read.
     *
     * @param began when the work began that the next break is for
     */
    private void step(Run run, TrailPosition upTo, long began, CompletableFuture<@Nullable Void> done) {
        try {
            boolean all = waiting.isEmpty() && read(upTo);
            if (!waiting.isEmpty()) {
                putFirst(run).whenComplete((put, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else if (!put) {
                        done.complete(null);
                    } else if (waiting.isEmpty()) {
                        rest(run, upTo, began, done);
                    } else {
                        workshop.pace().onWorker(() -> step(run, upTo, began, done));
                    }
                });
            } else if (all) {
                done.complete(null);
            } else {
                // what nobody looks at in its region costs next to nothing, and no break
                workshop.pace().onWorker(() -> step(run, upTo, began, done));
            }
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private void rest(Run run, TrailPosition upTo, long began, CompletableFuture<@Nullable Void> done) {
        if (run.paced() && !workshop.clock().frozen()) {
            run.rests();
            workshop.pace().restSince(began).thenRun(() -> begin(run, upTo, done));
        } else {
            workshop.pace().onWorker(() -> begin(run, upTo, done));
        }
    }

    /** Reads some events; whether that was all up to the position. */
    private synchronized boolean read(TrailPosition upTo) {
        for (InsightEvent insight : workshop.insights().after(insightPosition)) {
            insightPosition = insight.sequence();
            if (insight.accountId().equals(accountId) && isWanted(insight.region())) {
                add(insight.region(), EventBridgeEntries.of(insight));
            }
        }
        if (!workshop.demand().wants(accountId, null)) {
            caughtUp(upTo);
            return true;
        }
        boolean management = recordings.stream().anyMatch(recording -> recording.wants(EventCategory.MANAGEMENT));
        boolean data = recordings.stream().anyMatch(recording -> recording.wants(EventCategory.DATA));
        try (TrailCursor cursor = workshop.store().oldestFirst(position, management, data)) {
            for (int read = 0; read < TrailDelivery.SLICE && waitingBytes < MOST_READ_BYTES; read++) {
                StoredCall call = cursor.next();
                if (call == null || Recording.isPast(call, upTo)) {
                    caughtUp(upTo);
                    return true;
                }
                if (!Recording.isBeyond(call, upTo) && isWanted(RecordStyle.regionOf(call)) && isRecorded(call)) {
                    add(RecordStyle.regionOf(call), EventBridgeEntries.of(call, workshop.renderer()));
                }
                position = cursor.position();
            }
        }
        return false;
    }

    private void caughtUp(TrailPosition upTo) {
        position = position.orLater(upTo);
        recordings.removeIf(recording -> {
            Recording.End end = recording.end();
            return end != null && end.position().isWithin(position);
        });
    }

    /** What no rule looks at is gone at once on AWS too. */
    private boolean isWanted(String region) {
        return workshop.demand().wants(accountId, region);
    }

    private boolean isRecorded(StoredCall call) {
        for (Recording recording : recordings) {
            if (recording.covers(call)) {
                return true;
            }
        }
        return false;
    }

    /** As with AWS, what is too large for an event never gets there. */
    private void add(String region, PutEventsRequestEntry entry) {
        int bytes = String.valueOf(entry.detail()).getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= Limits.EVENT - EventBridgeEntries.OVERHEAD) {
            waiting.add(new Waiting(region, entry, bytes + EventBridgeEntries.OVERHEAD));
            waitingBytes += bytes + EventBridgeEntries.OVERHEAD;
        }
    }

    private CompletionStage<Boolean> putFirst(Run run) {
        List<Waiting> some = first();
        PutEventsRequest request = PutEventsRequest.builder()
                .entries(some.stream().map(Waiting::entry).toList())
                .build();
        Caller caller = Caller.service(TrailStore.CLOUD_TRAIL, accountId);
        return workshop.destinations()
                .calls()
                .callAs(caller, EventsService.PUT_EVENTS, request, some.get(0).region(), null)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        return noted(run, List.of(), CloudTrailCalls.code(failure));
                    }
                    List<PutEventsResultEntry> results = Objects.requireNonNullElse(answer.entries(), List.of());
                    return noted(run, without(some, results), firstError(results));
                });
    }

    /** As many of the first as one call takes, all for one region. */
    private List<Waiting> first() {
        List<Waiting> some = new ArrayList<>();
        int bytes = 0;
        for (Waiting one : waiting) {
            bytes += one.bytes();
            boolean fits = some.isEmpty()
                    || bytes <= MOST_BYTES && one.region().equals(some.get(0).region());
            if (!fits || some.size() == MOST_ENTRIES) {
                break;
            }
            some.add(one);
        }
        return some;
    }

    private static @Nullable String firstError(List<PutEventsResultEntry> results) {
        for (PutEventsResultEntry result : results) {
            if (result.errorCode() != null) {
                return result.errorCode();
            }
        }
        return null;
    }

    /** Those that were put. */
    private static List<Waiting> without(List<Waiting> some, List<PutEventsResultEntry> results) {
        List<Waiting> put = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            if (i >= results.size() || results.get(i).errorCode() == null) {
                put.add(some.get(i));
            }
        }
        return put;
    }

    private synchronized boolean noted(Run run, List<Waiting> put, @Nullable String failed) {
        error = failed;
        for (Waiting one : put) {
            waiting.remove(one);
            waitingBytes -= one.bytes();
        }
        run.put(put.size());
        if (failed == null) {
            backoff.clear();
            return true;
        }
        run.notPut(accountId, failed);
        backoff.failed(workshop.clock().now());
        return false;
    }
}

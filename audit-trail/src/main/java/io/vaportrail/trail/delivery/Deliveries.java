package io.vaportrail.trail.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.digest.DigestLog;
import io.vaportrail.trail.digest.SigningKeys;
import io.vaportrail.trail.insights.InsightLog;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.TrailPosition;
import io.vaportrail.trail.store.TrailStore;
import io.vaportrail.trail.trails.CloudTrailCalls;
import io.vaportrail.trail.trails.Trail;
import io.vaportrail.trail.trails.TrailObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When trails deliver. The first record that some trail may want starts a timer on the emulator's clock; when it ends, all trails
 * deliver what has gathered. A record that a delivery itself led to starts none, so deliveries do not feed themselves, and without
 * records nothing happens. Trails that failed have a timer of their own, digests one for each hour. All work is done in {@link Rounds},
 * one after the other, on workers.
 */
public final class Deliveries implements TrailObserver {
    private final Workshop workshop;
    private final Rounds rounds;
    private final EmulatorClock clock;
    private final TrailStore store;
    private final Map<Trail, TrailDelivery> byTrail = new ConcurrentHashMap<>();
    private final Map<String, EventBridgeFeed> events = new ConcurrentHashMap<>();
    private final Map<String, TrailDelivery> stopping = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean retryScheduled = new AtomicBoolean();
    private final Consumer<Call> listener = this::recorded;
    private volatile boolean wantsManagement;
    private volatile boolean wantsData;
    private boolean listening;

    /**
     * What is delivered.
     *
     * @param store the records
     * @param renderer renders them
     * @param insights the Insights events
     * @param keys what digests are signed with
     */
    public record Sources(
            TrailStore store, RecordRenderer renderer, InsightLog insights, SigningKeys keys, EventDemand demand) {}

    /**
     * Deliveries of what there is.
     *
     * @param interval how long records gather before they are delivered
     */
    public Deliveries(Sources sources, PendingWork pending, Duration interval, EmulatorContext context) {
        JsonFactory factory = new JsonFactory();
        this.store = sources.store;
        this.clock = context.clock();
        this.workshop = new Workshop(
                store,
                sources.renderer,
                sources.insights,
                factory,
                new Destinations(new CloudTrailCalls(context.calls()), clock, factory),
                sources.keys,
                clock,
                context.ids(),
                new Pace(context.machineTimer(), context.workers(), store::recorded),
                interval,
                sources.demand);
        this.rounds = new Rounds(pending, workshop.pace()::onWorker);
        sources.insights.addListener(this::found);
    }

    @Override
    public void started(Trail trail) {
        record(trail, true);
    }

    @Override
    public void changed(Trail trail) {
        if (trail.logging().active()) {
            record(trail, false);
        }
    }

    private void record(Trail trail, boolean first) {
        TrailDelivery delivery = byTrail.computeIfAbsent(trail, key -> new TrailDelivery(key, workshop));
        Instant now = clock.now();
        Recording recording = delivery.record(store.end(), now, first);
        events.compute(trail.arn().accountId(), (account, known) -> {
            EventBridgeFeed feed = known == null ? new EventBridgeFeed(account, workshop) : known;
            feed.record(recording);
            return feed;
        });
        listen();
        if (trail.settings().validation() && (first || !delivery.digests().isScheduled())) {
            scheduleDigest(delivery, now.plus(DigestLog.PERIOD));
        }
    }

    /** The call's own record is still to come, and is the last. */
    @Override
    public void stopped(Trail trail, Call call) {
        TrailDelivery delivery = byTrail.get(trail);
        if (delivery != null) {
            stopping.put(call.requestId(), delivery);
        }
    }

    /** On the thread of the call, right after it was recorded. */
    private void recorded(Call call) {
        boolean ending = !stopping.isEmpty() && isStop(call) && end(call);
        if (scheduled.get() || TrailStore.isEcho(call)) {
            return;
        }
        EventCategory category = call.operation().audit().category();
        boolean wanted =
                category == EventCategory.MANAGEMENT ? wantsManagement : category == EventCategory.DATA && wantsData;
        if (wanted || ending) {
            schedule();
        }
    }

    /** An Insights event has come. */
    private void found() {
        if (!byTrail.isEmpty()) {
            schedule();
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            clock.schedule(clock.millis() + workshop.interval().toMillis(), this::due);
        }
    }

    private static boolean isStop(Call call) {
        return call.operation() == CloudTrailService.STOP_LOGGING || call.operation() == CloudTrailService.DELETE_TRAIL;
    }

    private boolean end(Call call) {
        TrailDelivery delivery = stopping.remove(call.requestId());
        if (delivery == null) {
            return false;
        }
        delivery.stop(store.end(), clock.now());
        return true;
    }

    private void due() {
        scheduled.set(false);
        rounds.add(() -> deliverAll(Run.inBackground(this::listen)));
    }

    /** Delivers everything now; completes when that is done, whatever came of it. */
    CompletionStage<Run> flush() {
        Run run = Run.now();
        return rounds.add(() -> deliverAll(run)).thenApply(done -> run);
    }

    private CompletionStage<?> deliverAll(Run run) {
        TrailPosition end = store.end();
        CompletionStage<?> done = CompletableFuture.completedStage(null);
        for (TrailDelivery delivery : new ArrayList<>(byTrail.values())) {
            done = done.thenCompose(before -> delivery.deliver(run, end));
        }
        for (EventBridgeFeed feed : new ArrayList<>(events.values())) {
            done = done.thenCompose(before -> feed.deliver(run, end));
        }
        return done.thenRun(this::tidy);
    }

    /** After each round. */
    private void tidy() {
        byTrail.forEach((trail, delivery) -> {
            if (delivery.isFinished() && !trail.logging().active()) {
                byTrail.remove(trail, delivery);
            }
        });
        events.keySet()
                .forEach(account -> events.computeIfPresent(account, (same, feed) -> feed.isFinished() ? null : feed));
        listen();
        scheduleRetry();
    }

    private void scheduleRetry() {
        Instant next = null;
        for (TrailDelivery delivery : byTrail.values()) {
            next = earlier(next, delivery.retryAt());
        }
        for (EventBridgeFeed feed : events.values()) {
            next = earlier(next, feed.retryAt());
        }
        if (next != null && retryScheduled.compareAndSet(false, true)) {
            clock.schedule(Math.max(next.toEpochMilli(), clock.millis() + 1), () -> {
                retryScheduled.set(false);
                rounds.add(() -> deliverAll(Run.inBackground(this::listen)));
            });
        }
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private void scheduleDigest(TrailDelivery delivery, Instant due) {
        delivery.digests().schedule(due, () -> rounds.add(() -> digest(delivery)));
    }

    /** First the log files, so that the digest lists all of its hour. */
    private CompletionStage<?> digest(TrailDelivery delivery) {
        if (byTrail.get(delivery.trail()) != delivery) {
            return CompletableFuture.completedStage(null);
        }
        return delivery.deliver(Run.inBackground(this::listen), store.end())
                .thenCompose(done -> delivery.digests().deliverDue())
                .thenRun(() -> {
                    Instant next = delivery.digests().due();
                    if (next != null) {
                        scheduleDigest(delivery, next);
                    }
                    tidy();
                });
    }

    /** Hears of records as long as some trail records, and of what they want. */
    private synchronized void listen() {
        long management = Long.MAX_VALUE;
        long data = Long.MAX_VALUE;
        for (TrailDelivery delivery : byTrail.values()) {
            management = Math.min(management, delivery.readUpTo(EventCategory.MANAGEMENT));
            data = Math.min(data, delivery.readUpTo(EventCategory.DATA));
        }
        long readManagement = management;
        long readData = data;
        for (EventBridgeFeed feed : events.values()) {
            readManagement = Math.min(readManagement, feed.readUpTo(EventCategory.MANAGEMENT));
            readData = Math.min(readData, feed.readUpTo(EventCategory.DATA));
        }
        store.readUpTo(new TrailPosition(readManagement, readData));
        wantsManagement = management < Long.MAX_VALUE;
        wantsData = data < Long.MAX_VALUE;
        boolean needed = !byTrail.isEmpty();
        if (needed != listening) {
            listening = needed;
            if (needed) {
                store.addListener(listener);
            } else {
                store.removeListener(listener);
            }
        }
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts
     */
    public void reset(@Nullable String accountId) {
        List<TrailDelivery> gone = new ArrayList<>();
        byTrail.forEach((trail, delivery) -> {
            if (accountId == null || trail.arn().accountId().equals(accountId)) {
                gone.add(delivery);
            }
        });
        for (TrailDelivery delivery : gone) {
            delivery.abandon();
            byTrail.remove(delivery.trail());
        }
        events.keySet().removeIf(account -> accountId == null || account.equals(accountId));
        if (accountId == null) {
            // The clock has dropped its timers.
            scheduled.set(false);
            retryScheduled.set(false);
            stopping.clear();
        }
        listen();
    }
}

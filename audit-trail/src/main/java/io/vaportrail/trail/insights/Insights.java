package io.vaportrail.trail.insights;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.record.RecordStyle;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailPosition;
import io.vaportrail.trail.store.TrailStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Looks for unusual rates while somebody wants insights. When a minute of the emulator's time is over in which management events were
 * recorded, the records since the last look are counted, and so are those of the baseline at the first look. Where nothing is
 * recorded and no unusual activity goes on, there is no timer. Safe for any thread.
 */
public final class Insights {
    private static final long MINUTE = 60_000;

    private final TrailStore store;
    private final EmulatorClock clock;
    private final Ids ids;
    private final InsightDemand demand;
    private final InsightLog log = new InsightLog();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Detector detector = new Detector();
    private final Map<SeriesKey, String> sharedIds = new HashMap<>();
    private TrailPosition position = TrailPosition.START;
    private boolean watching;

    /** Insights over the store, for those who want them. */
    public Insights(TrailStore store, EmulatorClock clock, Ids ids, InsightDemand demand) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.demand = demand;
    }

    /** What was found. */
    public InsightLog log() {
        return log;
    }

    /** To be told of every call once it is recorded. */
    public void recorded(Call call) {
        if (call.operation().audit().category() == EventCategory.MANAGEMENT && !scheduled.get() && demand.any()) {
            schedule();
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            clock.schedule((Math.floorDiv(clock.millis(), MINUTE) + 1) * MINUTE, this::look);
        }
    }

    private synchronized void look() {
        scheduled.set(false);
        if (!demand.any()) {
            forget();
            return;
        }
        long minute = Math.floorDiv(clock.millis(), MINUTE);
        if (!watching) {
            watching = true;
            detector.startAt(minute - 1);
        }
        read();
        detector.closeBefore(
                minute, key -> demand.wants(key.kind(), key.accountId(), key.region()), new Detector.Findings() {
                    @Override
                    public void started(Detector.Insight insight) {
                        sharedIds.put(insight.key(), ids.uuid());
                        report(insight, "Start", insight.start());
                    }

                    @Override
                    public void ended(Detector.Insight insight) {
                        report(insight, "End", insight.end());
                        sharedIds.remove(insight.key());
                    }
                });
        if (detector.isWaiting()) {
            schedule();
        }
    }

    private void read() {
        try (TrailCursor cursor = store.oldestFirst(position)) {
            for (StoredCall call = cursor.next(); call != null; call = cursor.next()) {
                if (call.category() == EventCategory.MANAGEMENT) {
                    count(call);
                }
            }
            position = cursor.position();
        }
    }

    private void count(StoredCall call) {
        long minute = Math.floorDiv(call.millis(), MINUTE);
        String account = call.recipientAccountId();
        String region = RecordStyle.regionOf(call);
        if (!call.readOnly()) {
            detector.count(
                    new SeriesKey(InsightKind.CALL_RATE, account, region, call.eventSource(), call.eventName(), null),
                    minute);
        }
        String error = call.errorCode();
        if (error != null) {
            detector.count(
                    new SeriesKey(InsightKind.ERROR_RATE, account, region, call.eventSource(), call.eventName(), error),
                    minute);
        }
    }

    private void report(Detector.Insight insight, String state, long minute) {
        SeriesKey key = insight.key();
        Instant time = Instant.ofEpochMilli(minute * MINUTE);
        String eventId = ids.uuid();
        String sharedId = sharedIds.getOrDefault(key, eventId);
        String json = InsightWriter.write(insight, Attributions.of(insight, store), state, time, eventId, sharedId);
        log.add(sequence -> new InsightEvent(
                sequence,
                key.kind(),
                key.accountId(),
                key.region(),
                eventId,
                key.eventSource(),
                key.eventName(),
                time,
                json));
    }

    /**
     * Forgets everything, or everything of one account.
     *
     * @param accountId 12 digits, or {@code null} for all accounts, whose timers the clock has dropped
     */
    public synchronized void reset(@Nullable String accountId) {
        log.reset(accountId);
        if (accountId == null) {
            forget();
            scheduled.set(false);
        } else {
            detector.forget(key -> key.accountId().equals(accountId));
            sharedIds.keySet().removeIf(key -> key.accountId().equals(accountId));
        }
    }

    private void forget() {
        detector.forget(key -> true);
        sharedIds.clear();
        position = TrailPosition.START;
        watching = false;
    }
}

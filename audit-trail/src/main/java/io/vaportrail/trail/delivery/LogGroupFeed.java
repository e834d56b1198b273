package io.vaportrail.trail.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.trail.trails.Channel;
import io.vaportrail.trail.trails.CloudTrailCalls;
import io.vaportrail.trail.trails.LogGroup;
import io.vaportrail.trail.trails.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a trail's records to its log group. What cannot be delivered waits for the next time, within a bound. For one thread at a
 * time.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
 */
final class LogGroupFeed {
    private static final Logger log = LoggerFactory.getLogger(LogGroupFeed.class);

    /** Bytes of one PutLogEvents, each event counting so many more than its text. */
    private static final int MOST_BYTES = 1_048_576;

    private static final int BYTES_PER_EVENT = 26;
    private static final int MOST_EVENTS = 10_000;

    /** Time between the first and the last event of one PutLogEvents. */
    private static final long MOST_MILLIS = Duration.ofHours(24).toMillis();

    /** Bytes that wait; the oldest make room. */
    private static final long MOST_WAITING = 8L * 1024 * 1024;

    /** The role's session lasts an hour. */
    private static final Duration SESSION = Duration.ofMinutes(50);

    private final Trail trail;
    private final CloudTrailCalls calls;
    private final EmulatorClock clock;
    private final Backoff backoff;
    private final Deque<Batch.LogEvent> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean failing;
    private @Nullable Session session;

    /**
     * The trail under its role.
     *
     * @param group for which log group
     * @param caller who it is
     * @param until until when
     */
    private record Session(LogGroup group, Caller caller, Instant until) {}

    LogGroupFeed(Trail trail, Workshop workshop) {
        this.trail = trail;
        this.calls = workshop.destinations().calls();
        this.clock = workshop.clock();
        this.backoff = new Backoff(workshop.interval());
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** When it should be tried again, or {@code null} when nothing failed. */
    @Nullable Instant retryAt() {
        return waiting.isEmpty() || !failing ? null : backoff.until();
    }

    void add(List<Batch.LogEvent> events) {
        for (Batch.LogEvent event : events) {
            waiting.add(event);
            waitingBytes += event.bytes();
        }
        int lost = 0;
        while (waitingBytes > MOST_WAITING) {
            waitingBytes -= waiting.remove().bytes();
            lost++;
        }
        if (lost > 0) {
            log.warn("{}: {} events could not wait any longer for their log group", trail.arn(), lost);
        }
    }

    /**
     * Sends what waits, unless it failed a short while ago. Never fails; the trail's status tells.
     *
     * @param run hears of failures; an impatient one tries however short ago that was
     */
    CompletionStage<?> send(Run run) {
        LogGroup group = LogGroup.of(trail.arn(), trail.settings());
        if (group == null) {
            waiting.clear();
            waitingBytes = 0;
        }
        boolean held = failing && !run.impatient() && backoff.holds(clock.now());
        if (group == null || waiting.isEmpty() || held) {
            return CompletableFuture.completedStage(null);
        }
        return sendUnderRole(group).handle((done, failure) -> {
            failing = failure != null;
            if (failure == null) {
                backoff.clear();
                trail.delivered(Channel.LOG_GROUP, clock.now());
            } else {
                session = null;
                backoff.failed(clock.now());
                trail.failed(Channel.LOG_GROUP, clock.now(), CloudTrailCalls.code(failure));
                run.failed(trail.arn().toString(), CloudTrailCalls.code(failure));
            }
            return done;
        });
    }

    /** Where the stream is gone that was there, it is made anew. */
    private CompletionStage<Boolean> sendUnderRole(LogGroup group) {
        boolean known = session != null;
        CompletionStage<Boolean> sent = session(group).thenCompose(caller -> sendAll(group, caller));
        return !known
                ? sent
                : sent.exceptionallyCompose(failure -> {
                    if (!CloudTrailCalls.code(failure).equals("ResourceNotFoundException")) {
                        return CompletableFuture.failedStage(failure);
                    }
                    session = null;
                    return session(group).thenCompose(caller -> sendAll(group, caller));
                });
    }

    private CompletionStage<Caller> session(LogGroup group) {
        Session known = session;
        if (known != null && known.group.equals(group) && clock.now().isBefore(known.until)) {
            return CompletableFuture.completedStage(known.caller);
        }
        return group.assumeRole(calls, clock.now(), null)
                .thenCompose(caller -> group.createStream(calls, caller, null).thenApply(made -> {
                    session = new Session(group, caller, clock.now().plus(SESSION));
                    return caller;
                }));
    }

    private CompletionStage<Boolean> sendAll(LogGroup group, Caller caller) {
        if (waiting.isEmpty()) {
            return CompletableFuture.completedStage(true);
        }
        List<Batch.LogEvent> some = next();
        List<InputLogEvent> events = some.stream()
                .sorted(Comparator.comparingLong(Batch.LogEvent::millis))
                .map(event -> InputLogEvent.builder()
                        .timestamp(event.millis())
                        .message(event.text())
                        .build())
                .toList();
        return group.put(calls, caller, events).thenCompose(done -> {
            some.forEach(event -> waitingBytes -= waiting.remove().bytes());
            return sendAll(group, caller);
        });
    }

    /** As many of the first as one PutLogEvents takes. */
    private List<Batch.LogEvent> next() {
        List<Batch.LogEvent> some = new ArrayList<>();
        long bytes = 0;
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (Batch.LogEvent event : waiting) {
            bytes += event.bytes() + BYTES_PER_EVENT;
            earliest = Math.min(earliest, event.millis());
            latest = Math.max(latest, event.millis());
            if (bytes > MOST_BYTES || some.size() == MOST_EVENTS || latest - earliest > MOST_MILLIS) {
                break;
            }
            some.add(event);
        }
        return some;
    }
}

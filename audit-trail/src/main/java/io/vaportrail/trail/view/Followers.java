package io.vaportrail.trail.view;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ResponseStream;
import io.vaportrail.core.time.MachineTimer;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailPosition;
import io.vaportrail.trail.store.TrailStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who follow the trail. Nothing is kept for them: each reads the store from where it left off, on a worker, some moments after
 * something was recorded. So a call costs nothing more for being watched, beyond one flag.
 */
final class Followers {
    /** How many may follow at once. */
    static final int MOST = 16;

    /** How long records gather before they are sent. */
    static final Duration PACE = Duration.ofMillis(50);

    private static final Logger log = LoggerFactory.getLogger(Followers.class);

    private final TrailStore store;
    private final RecordRenderer renderer;
    private final Executor workers;
    private final MachineTimer timer;
    private final JsonFactory factory = new JsonFactory();
    private final List<Follower> all = new CopyOnWriteArrayList<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    Followers(TrailStore store, RecordRenderer renderer, Executor workers, MachineTimer timer) {
        this.store = store;
        this.renderer = renderer;
        this.workers = workers;
        this.timer = timer;
    }

    /** Answers with what comes; to be called on a worker. */
    void follow(Exchange exchange, TrailQuery query, boolean eventStream) {
        TrailPosition start = start(query);
        Follower follower;
        synchronized (this) {
            if (all.size() >= MOST) {
                exchange.respond(Answers.line(503, "followers: " + MOST + " already (expected: fewer)"));
                return;
            }
            FollowFormat format =
                    eventStream ? new EventStreamFormat(renderer, factory, query.text()) : new LineFormat();
            HttpResponse head = HttpResponse.of(200)
                    .header("Content-Type", format.contentType())
                    .header("Cache-Control", "no-cache")
                    .body(format.greeting().getBytes(StandardCharsets.UTF_8));
            ResponseStream stream = exchange.stream(head);
            follower = new Follower(store, query.filter(), format, stream, start);
            all.add(follower);
            store.onRecord(this::recorded);
            stream.onDisconnect(() -> leave(follower));
        }
        recorded();
    }

    /** Where to begin: at the time asked for, at the last so many records, or at the end. */
    private TrailPosition start(TrailQuery query) {
        if (query.filter().since() != null) {
            return query.filter().after();
        }
        TrailPosition end = store.end();
        Integer limit = query.limit();
        if (limit == null) {
            return end;
        }
        long first = Long.MAX_VALUE;
        int left = limit;
        try (TrailCursor cursor = store.newestFirst()) {
            for (StoredCall call = cursor.next(); call != null && left > 0; call = cursor.next()) {
                if (query.filter().test(call)) {
                    first = call.sequence();
                    left--;
                }
            }
        }
        long before = first - 1;
        return new TrailPosition(Math.min(before, end.management()), Math.min(before, end.data()));
    }

    private synchronized void leave(Follower follower) {
        all.remove(follower);
        if (all.isEmpty()) {
            store.onRecord(null);
        }
    }

    private void recorded() {
        if (scheduled.compareAndSet(false, true)) {
            timer.schedule(PACE, this::dispatch);
        }
    }

    private void dispatch() {
        try {
            workers.execute(this::serve);
        } catch (RejectedExecutionException e) {
            log.debug("workers are busy; followers wait");
            timer.schedule(PACE, this::dispatch);
        }
    }

    private void serve() {
        boolean more = false;
        for (Follower follower : all) {
            more |= serve(follower);
        }
        scheduled.set(false);
        // what was recorded since a follower looked has not scheduled anything
        if (more || all.stream().anyMatch(Follower::isBehind)) {
            recorded();
        }
    }

    private boolean serve(Follower follower) {
        try {
            if (follower.serve() == Follower.State.GONE) {
                leave(follower);
                return false;
            }
            return follower.isBehind();
        } catch (RuntimeException e) {
            log.error("a follower of the trail was left behind", e);
            follower.end();
            leave(follower);
            return false;
        }
    }
}

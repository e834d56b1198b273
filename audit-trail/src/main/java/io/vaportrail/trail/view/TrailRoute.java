package io.vaportrail.trail.view;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.MachineTimer;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailCursor;
import io.vaportrail.trail.store.TrailStore;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /_vaportrail/trail}: the records of all calls, the newest first, as JSON ({@code {"Records":[…]}}, the form of CloudTrail's
 * log files) or one line each ({@code format=text}). With {@code follow=true}, or when {@code text/event-stream} is accepted, records
 * are sent as they come, the oldest first. {@link TrailQuery} lists the parameters. A parameter that makes no sense is answered with
 * 400 and one line that says why.
 */
public final class TrailRoute implements HttpRoute {
    /** Where the trail is. */
    public static final String PATH = "/_vaportrail/trail";

    /** What is larger is cut short and says so. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    static final String TEXT = "text/plain; charset=utf-8";

    private static final Logger log = LoggerFactory.getLogger(TrailRoute.class);
    private static final String EVENT_STREAM = "text/event-stream";

    private final TrailStore store;
    private final RecordRenderer renderer;
    private final EmulatorClock clock;
    private final Executor workers;
    private final Followers followers;
    private final JsonFactory factory = new JsonFactory();

    /** A route over the store that renders on the workers. */
    public TrailRoute(
            TrailStore store, RecordRenderer renderer, EmulatorClock clock, Executor workers, MachineTimer timer) {
        this.store = store;
        this.renderer = renderer;
        this.clock = clock;
        this.workers = workers;
        this.followers = new Followers(store, renderer, workers, timer);
    }

    @Override
    public void handle(Exchange exchange) {
        try {
            TrailQuery query = TrailQuery.parse(exchange.request().query(), clock.now());
            String accept = exchange.request().header("Accept");
            boolean stream = accept != null && accept.contains(EVENT_STREAM);
            workers.execute(() -> answer(exchange, stream ? query.followed() : query, stream));
        } catch (TrailQueryException e) {
            exchange.respond(line(400, String.valueOf(e.getMessage())));
        } catch (RejectedExecutionException e) {
            exchange.respond(line(503, "workers: busy (expected: try again)"));
        }
    }

    private void answer(Exchange exchange, TrailQuery query, boolean eventStream) {
        try {
            if (query.follow()) {
                followers.follow(exchange, query, eventStream || !query.text());
            } else {
                exchange.respond(query.text() ? text(query) : json(query));
            }
        } catch (RuntimeException e) {
            log.error("{} {} failed", PATH, exchange.request().query(), e);
            exchange.respond(line(500, "trail: could not be read (expected: the log tells why)"));
        }
    }

    private HttpResponse json(TrailQuery query) {
        TrailWriter writer = new TrailWriter(renderer, factory);
        boolean truncated = false;
        int left = limit(query);
        try (TrailCursor cursor = store.newestFirst()) {
            for (StoredCall call = next(cursor, query); call != null; call = next(cursor, query)) {
                truncated = left-- == 0 || writer.size() > MOST_BYTES;
                if (truncated) {
                    break;
                }
                writer.add(call);
            }
        }
        return HttpResponse.of(200).header("Content-Type", "application/json").body(writer.finish(truncated));
    }

    private HttpResponse text(TrailQuery query) {
        StringBuilder lines = new StringBuilder();
        int left = limit(query);
        try (TrailCursor cursor = store.newestFirst()) {
            StoredCall call = next(cursor, query);
            while (call != null && left-- > 0 && lines.length() <= MOST_BYTES) {
                TextLine.append(lines, call);
                call = next(cursor, query);
            }
        }
        return HttpResponse.of(200)
                .header("Content-Type", TEXT)
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable StoredCall next(TrailCursor cursor, TrailQuery query) {
        StoredCall call = cursor.next();
        while (call != null && !query.filter().test(call)) {
            call = cursor.next();
        }
        return call;
    }

    private static int limit(TrailQuery query) {
        return Objects.requireNonNullElse(query.limit(), TrailQuery.DEFAULT_LIMIT);
    }

    static HttpResponse line(int status, String message) {
        return HttpResponse.text(status, TEXT, message + "\n");
    }
}

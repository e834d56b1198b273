package io.vaportrail.trail.view;

import com.fasterxml.jackson.core.JsonFactory;
import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailStore;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * {@code GET /_vaportrail/trail}: the records of all calls, the newest first, as JSON ({@code {"Records":[…]}}, the form of CloudTrail's
 * log files) or one line each ({@code format=text}). With {@code follow=true}, or when {@code text/event-stream} is accepted, records
 * are sent as they come, the oldest first. {@link TrailQuery} and {@link TrailFilter} list the parameters.
 */
final class TrailRoute implements HttpRoute {
    /** What is larger is cut short and says so. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final String EVENT_STREAM = "text/event-stream";

    private final TrailStore store;
    private final RecordRenderer renderer;
    private final Supplier<TrailFilter.Context> context;
    private final Answers answers;
    private final Followers followers;
    private final JsonFactory factory = new JsonFactory();

    TrailRoute(
            TrailStore store,
            RecordRenderer renderer,
            Supplier<TrailFilter.Context> context,
            Answers answers,
            Followers followers) {
        this.store = store;
        this.renderer = renderer;
        this.context = context;
        this.answers = answers;
        this.followers = followers;
    }

    @Override
    public void handle(Exchange exchange) {
        answers.onWorker(exchange, () -> answer(exchange));
    }

    private void answer(Exchange exchange) {
        TrailQuery query = TrailQuery.ofList(exchange.request().query(), context.get());
        String accept = exchange.request().header("Accept");
        boolean eventStream = accept != null && accept.contains(EVENT_STREAM);
        if (eventStream || query.follow()) {
            followers.follow(exchange, query.followed(), eventStream || !query.text());
        } else {
            exchange.respond(query.text() ? text(query) : json(query));
        }
    }

    private HttpResponse json(TrailQuery query) {
        TrailWriter writer = new TrailWriter(renderer, factory);
        boolean truncated = false;
        int left = limit(query);
        try (Reader reader = reader(query)) {
            for (StoredCall call = reader.next(); call != null && !truncated; call = reader.next()) {
                truncated = left-- == 0 || writer.size() > MOST_BYTES;
                if (!truncated) {
                    writer.add(call);
                }
            }
        }
        return HttpResponse.of(200).header("Content-Type", Answers.JSON).body(writer.finish(truncated));
    }

    private HttpResponse text(TrailQuery query) {
        StringBuilder lines = new StringBuilder();
        int left = limit(query);
        try (Reader reader = reader(query)) {
            StoredCall call = reader.next();
            while (call != null && left-- > 0 && lines.length() <= MOST_BYTES) {
                TextLine.append(lines, call);
                call = reader.next();
            }
        }
        return HttpResponse.of(200)
                .header("Content-Type", Answers.TEXT)
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Reader reader(TrailQuery query) {
        return query.oldestFirst()
                ? Reader.oldestFirst(store, query.filter())
                : Reader.newestFirst(store, query.filter());
    }

    private static int limit(TrailQuery query) {
        return Objects.requireNonNullElse(query.limit(), TrailQuery.DEFAULT_LIMIT);
    }
}

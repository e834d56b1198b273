package io.vaportrail.trail.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /_vaportrail/trail/flush}: has all trails deliver what they have recorded, at once, and answers when that is done, with
 * the number of files and records, and the trails that failed with the codes of their errors: {@code 200} when none did, else
 * {@code 502}. What EventBridge got stands beside that, by account, and decides nothing.
 */
public final class FlushRoute implements HttpRoute {
    /** Where it is. */
    public static final String PATH = "/_vaportrail/trail/flush";

    private static final int ALL_DELIVERED = 200;
    private static final int SOME_FAILED = 502;

    private final Supplier<@Nullable Deliveries> deliveries;
    private final JsonFactory factory = new JsonFactory();

    /** A route over deliveries, which are {@code null} before there has been a trail. */
    public FlushRoute(Supplier<@Nullable Deliveries> deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void handle(Exchange exchange) {
        Deliveries known = deliveries.get();
        CompletionStage<Run> flushed = known == null ? CompletableFuture.completedStage(Run.now()) : known.flush();
        flushed.thenAccept(run -> exchange.respond(answer(run)));
    }

    private HttpResponse answer(Run run) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(body)) {
            json.writeStartObject();
            json.writeNumberField("files", run.files());
            json.writeNumberField("records", run.records());
            failures(json, run.failures());
            json.writeObjectFieldStart("eventBridge");
            json.writeNumberField("events", run.events());
            failures(json, run.eventFailures());
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HttpResponse.of(run.failures().isEmpty() ? ALL_DELIVERED : SOME_FAILED)
                .header("Content-Type", "application/json")
                .body(body.toByteArray());
    }

    private static void failures(JsonGenerator json, Map<String, String> codes) throws IOException {
        json.writeObjectFieldStart("failures");
        for (Map.Entry<String, String> failure : codes.entrySet()) {
            json.writeStringField(failure.getKey(), failure.getValue());
        }
        json.writeEndObject();
    }
}

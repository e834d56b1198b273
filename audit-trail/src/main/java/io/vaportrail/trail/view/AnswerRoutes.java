package io.vaportrail.trail.view;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailStore;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The questions with a single answer: how many records, the first, the last. */
final class AnswerRoutes {
    private final TrailStore store;
    private final RecordRenderer renderer;
    private final Supplier<TrailFilter.Context> context;

    AnswerRoutes(TrailStore store, RecordRenderer renderer, Supplier<TrailFilter.Context> context) {
        this.store = store;
        this.renderer = renderer;
        this.context = context;
    }

    /** How many records there are. */
    HttpResponse count(HttpRequest request) {
        TrailQuery query = TrailQuery.ofAnswer(request.query(), context.get());
        long count = 0;
        try (Reader reader = Reader.newestFirst(store, query.filter())) {
            while (reader.next() != null) {
                count++;
            }
        }
        return query.text() ? Answers.line(200, String.valueOf(count)) : Answers.json(200, Map.of("Count", count));
    }

    /** The oldest record, alone. */
    HttpResponse first(HttpRequest request) {
        TrailQuery query = TrailQuery.ofAnswer(request.query(), context.get());
        try (Reader reader = Reader.oldestFirst(store, query.filter())) {
            return one(reader.next(), query);
        }
    }

    /** The newest record, alone. */
    HttpResponse last(HttpRequest request) {
        TrailQuery query = TrailQuery.ofAnswer(request.query(), context.get());
        try (Reader reader = Reader.newestFirst(store, query.filter())) {
            return one(reader.next(), query);
        }
    }

    private HttpResponse one(@Nullable StoredCall call, TrailQuery query) {
        if (call == null) {
            return Answers.line(404, "records: none match (expected: at least one)");
        }
        if (!query.text()) {
            return HttpResponse.text(200, Answers.JSON, renderer.render(call) + "\n");
        }
        StringBuilder line = new StringBuilder();
        TextLine.append(line, call);
        return HttpResponse.text(200, Answers.TEXT, line.toString());
    }
}

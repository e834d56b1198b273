package io.vaportrail.trail.view;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.json.Json;
import io.vaportrail.trail.query.WhereSyntaxException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the routes of the trail answer: on a worker, and what makes no sense with 400 and one line that says why.
 */
final class Answers {
    static final String TEXT = "text/plain; charset=utf-8";
    static final String JSON = "application/json";

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final Executor workers;

    Answers(Executor workers) {
        this.workers = workers;
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Answer {
        HttpResponse to(HttpRequest request);
    }

    /** A route that answers at once. */
    HttpRoute route(Answer answer) {
        return exchange -> onWorker(exchange, () -> exchange.respond(answer.to(exchange.request())));
    }

    /** Has a worker do what answers the exchange, unless it throws before that. */
    void onWorker(Exchange exchange, Runnable work) {
        try {
            workers.execute(() -> attempt(exchange, work));
        } catch (RejectedExecutionException e) {
            exchange.respond(line(503, "workers: busy (expected: try again)"));
        }
    }

    private static void attempt(Exchange exchange, Runnable work) {
        try {
            work.run();
        } catch (TrailQueryException | WhereSyntaxException e) {
            exchange.respond(line(400, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.error(
                    "{} {} failed",
                    exchange.request().path(),
                    exchange.request().query(),
                    e);
            exchange.respond(line(500, "trail: could not be read (expected: the log tells why)"));
        }
    }

    static HttpResponse line(int status, String message) {
        return HttpResponse.text(status, TEXT, message + "\n");
    }

    static HttpResponse json(int status, Map<String, ?> members) {
        return HttpResponse.text(status, JSON, Json.write(members) + "\n");
    }
}

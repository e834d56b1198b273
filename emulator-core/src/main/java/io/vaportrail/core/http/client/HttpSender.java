package io.vaportrail.core.http.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The one way out: HTTP requests of services to addresses that users named. */
@FunctionalInterface
public interface HttpSender {
    /** Sends nothing. */
    HttpSender NONE = call -> CompletableFuture.failedFuture(
            new IOException("HTTP: " + call.uri() + " not called (expected: an emulator with an outbound client)"));

    /**
     * Sends a request without blocking; redirects are not followed. Must not be called while a lock is held.
     *
     * @return what completes with the answer, or with an {@link IOException} when there was no whole answer in time or too much is
     *     under way already
     */
    CompletionStage<HttpAnswer> exchange(HttpCall call);

    /** The same, for who wants to know the answer's status only. */
    default CompletionStage<Integer> send(HttpCall call) {
        return exchange(call).thenApply(HttpAnswer::status);
    }
}

package io.vaportrail.support;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.http.ResponseStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request to a route and what was answered, whole or in a stream. */
public final class FakeExchange implements Exchange, ResponseStream {
    private final HttpRequest request;
    private final StringBuilder streamed = new StringBuilder();
    private @Nullable HttpResponse response;
    private @Nullable Runnable onDisconnect;
    private boolean keepsUp = true;
    private boolean ended;

    /** A request of path and query; {@code accept} is its header of that name. */
    public FakeExchange(String method, String target, @Nullable String accept) {
        ListHeaders headers = new ListHeaders();
        if (accept != null) {
            headers.add("Accept", accept);
        }
        int mark = target.indexOf('?');
        this.request = new HttpRequest(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? null : target.substring(mark + 1),
                headers,
                new byte[0],
                new Origin("127.0.0.1", null));
    }

    /** Sends a request to the one of the routes that takes it. */
    public static FakeExchange ask(HttpRoutes routes, String method, String target) {
        return new FakeExchange(method, target, null).through(routes);
    }

    /** Sends the request to the one of the routes that takes it. */
    public FakeExchange through(HttpRoutes routes) {
        Objects.requireNonNull(routes.find(request.method(), request.path()), "a route")
                .handle(this);
        return this;
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public void respond(HttpResponse answer) {
        if (response != null) {
            throw new IllegalStateException("answered twice");
        }
        response = answer;
    }

    @Override
    public void onDisconnect(Runnable action) {
        onDisconnect = action;
    }

    @Override
    public ResponseStream stream(HttpResponse head) {
        respond(head);
        streamed.append(new String(head.body(), StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public boolean send(byte[] piece) {
        streamed.append(new String(piece, StandardCharsets.UTF_8));
        return keepsUp;
    }

    @Override
    public void end() {
        ended = true;
    }

    /** The answer, or the head of the stream. */
    public HttpResponse response() {
        return Objects.requireNonNull(response, "an answer");
    }

    /** Whether there was an answer. */
    public boolean answered() {
        return response != null;
    }

    /** The body of the answer. */
    public String text() {
        return new String(response().body(), StandardCharsets.UTF_8);
    }

    /** What was streamed since the last time. */
    public String streamed() {
        String text = streamed.toString();
        streamed.setLength(0);
        return text;
    }

    /** Whether the reader of a stream keeps up. */
    public void keepsUp(boolean yes) {
        keepsUp = yes;
    }

    /** Whether the stream has ended. */
    public boolean ended() {
        return ended;
    }

    /** Leaves. */
    public void disconnect() {
        Objects.requireNonNull(onDisconnect, "somebody who wants to know").run();
    }
}

package io.vaportrail.trail.view;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ListHeaders;
import io.vaportrail.core.http.Origin;
import io.vaportrail.core.http.ResponseStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request for the trail and what was answered. */
final class FakeExchange implements Exchange, ResponseStream {
    private final HttpRequest request;
    private final StringBuilder streamed = new StringBuilder();
    private @Nullable HttpResponse response;
    private @Nullable Runnable onDisconnect;
    private boolean keepsUp = true;
    private boolean ended;

    FakeExchange(@Nullable String query) {
        this(query, null);
    }

    FakeExchange(@Nullable String query, @Nullable String accept) {
        this("GET", TrailRoutes.PATH, query, accept);
    }

    FakeExchange(String method, String path, @Nullable String query, @Nullable String accept) {
        List<String> headers = new ArrayList<>();
        if (accept != null) {
            headers.add("Accept");
            headers.add(accept);
        }
        this.request = new HttpRequest(
                method,
                path,
                query,
                ListHeaders.of(headers.toArray(String[]::new)),
                new byte[0],
                new Origin("127.0.0.1", null));
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

    HttpResponse response() {
        return Objects.requireNonNull(response, "an answer");
    }

    boolean answered() {
        return response != null;
    }

    String text() {
        return new String(response().body(), StandardCharsets.UTF_8);
    }

    /** What was streamed since the last time. */
    String streamed() {
        String text = streamed.toString();
        streamed.setLength(0);
        return text;
    }

    void keepsUp(boolean yes) {
        keepsUp = yes;
    }

    boolean ended() {
        return ended;
    }

    void disconnect() {
        Objects.requireNonNull(onDisconnect, "somebody who wants to know").run();
    }
}

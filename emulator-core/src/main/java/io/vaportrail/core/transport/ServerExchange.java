package io.vaportrail.core.transport;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.ResponseStream;
import org.jspecify.annotations.Nullable;

/** One request of a connection and its place in the order of answers. */
final class ServerExchange implements Exchange {
    private final HttpConnection connection;
    private final HttpRequest request;
    private final boolean http10;
    private final boolean close;

    // Guarded by this.
    private boolean answered;
    private boolean gone;
    private @Nullable Runnable onDisconnect;

    // Touched on the connection's event loop only.
    private @Nullable HttpResponse answer;
    private @Nullable StreamedResponse stream;
    private boolean abandoned;

    /**
     * An exchange.
     *
     * @param http10 whether the client speaks HTTP/1.0
     * @param close whether the connection ends with the answer
     */
    ServerExchange(HttpConnection connection, HttpRequest request, boolean http10, boolean close) {
        this.connection = connection;
        this.request = request;
        this.http10 = http10;
        this.close = close;
    }

    @Override
    public HttpRequest request() {
        return request;
    }

    @Override
    public void respond(HttpResponse response) {
        claim();
        if (connection.inEventLoop()) {
            answer(response);
        } else {
            connection.execute(() -> answer(response));
        }
    }

    /** Answers for a handler that failed, unless it has answered already. */
    void fail() {
        synchronized (this) {
            if (answered) {
                return;
            }
        }
        respond(HttpResponse.of(500));
    }

    private void answer(HttpResponse response) {
        answer = response;
        connection.answers().ready();
    }

    @Override
    public ResponseStream stream(HttpResponse head) {
        claim();
        StreamedResponse started = new StreamedResponse(connection, head, streamFraming());
        boolean left;
        synchronized (this) {
            onDisconnect = started::disconnected;
            left = gone;
        }
        if (left) {
            started.disconnected();
        }
        connection.execute(() -> {
            stream = started;
            connection.answers().ready();
        });
        return started;
    }

    private ResponseWriter.Framing streamFraming() {
        if (isHead()) {
            return ResponseWriter.Framing.NO_BODY;
        }
        return http10 ? ResponseWriter.Framing.UNTIL_CLOSE : ResponseWriter.Framing.CHUNKED;
    }

    @Override
    public void onDisconnect(Runnable action) {
        boolean now;
        synchronized (this) {
            if (answered) {
                return;
            }
            now = gone;
            onDisconnect = action;
        }
        if (now) {
            action.run();
        }
    }

    private synchronized void claim() {
        if (answered) {
            throw new IllegalStateException("answer: a second one to " + request.path() + " (expected: one)");
        }
        answered = true;
        onDisconnect = null;
    }

    /** Tells whoever works on the request that the client has left, or is to be left. */
    void disconnected() {
        Runnable action;
        synchronized (this) {
            gone = true;
            action = onDisconnect;
            onDisconnect = null;
        }
        if (action != null) {
            abandoned = true;
            connection.runSafely(action);
        }
    }

    @Nullable HttpResponse answer() {
        return answer;
    }

    @Nullable StreamedResponse streamed() {
        return stream;
    }

    /** Whether whoever works on it was told to stop, so that an answer may never come. */
    boolean abandoned() {
        return abandoned;
    }

    boolean isHead() {
        return request.method().equals("HEAD");
    }

    boolean http10() {
        return http10;
    }

    boolean close() {
        return close;
    }
}

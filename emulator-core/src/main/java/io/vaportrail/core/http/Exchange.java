package io.vaportrail.core.http;

/** One request and the way to answer it. */
public interface Exchange {
    /** What was asked. */
    HttpRequest request();

    /** Answers, from any thread. A second answer is a mistake of the caller and throws {@link IllegalStateException}. */
    void respond(HttpResponse response);

    /**
     * Has the action run once if the client leaves before it was answered, at once if it has left already. Only one action is
     * kept: a later one takes the place of an earlier.
     */
    void onDisconnect(Runnable action);

    /**
     * Answers with a head now and a body that follows piece by piece; {@link HttpResponse#body()} of the head is its first piece.
     */
    ResponseStream stream(HttpResponse head);
}

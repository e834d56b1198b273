package io.vaportrail.core.http;

/** What a server hands its requests to. Called on event loop threads, which must not be blocked. */
public interface HttpHandler {
    /** Answers the exchange, now or later. What it throws becomes a bare 500 and is logged. */
    void handle(Exchange exchange);

    /**
     * Whether the body of this request is a stream of bytes of any length, an object of S3 for example, for which the server has a
     * limit of its own. Asked only when a body is longer than others may be.
     *
     * @param head the request, its body empty
     */
    default boolean takesStream(HttpRequest head) {
        return false;
    }

    /**
     * Whether a web page of another origin may send this request; without it such requests are refused. Asked for those alone.
     *
     * @param head the request, its body empty
     */
    default boolean admitsPage(HttpRequest head) {
        return false;
    }

    /**
     * Words the answer to a request whose body the server did not take.
     *
     * @param head the request, its body empty
     * @param status 413 when the body is too large, 400 when it cannot be read, 503 when too much comes in at the same time
     * @param message what is wrong with the body, one sentence
     */
    HttpResponse refuse(HttpRequest head, int status, String message);
}

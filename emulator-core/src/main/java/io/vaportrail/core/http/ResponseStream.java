package io.vaportrail.core.http;

/** A body that is sent piece by piece, from any thread. */
public interface ResponseStream {
    /**
     * Sends a piece. An empty one sends nothing and only asks whether the client keeps up.
     *
     * @return whether the client keeps up; after {@code false} the pieces wait in memory, and the sender should drop or stop
     */
    boolean send(byte[] piece);

    /** Ends the body. */
    void end();

    /** Has the action run once when the client leaves, at once if it has left already. */
    void onDisconnect(Runnable action);
}

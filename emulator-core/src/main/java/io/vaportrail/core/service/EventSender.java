package io.vaportrail.core.service;

import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;

/** Sends the events of an operation that answers with a stream, from any thread. */
public interface EventSender {
    /**
     * Sends an event.
     *
     * @param member the member of the stream's union that it is, for example {@code sessionUpdate}
     * @return whether the caller keeps up; after {@code false} the sender should leave events out
     */
    boolean send(String member, Struct event);

    /** Sends an exception as the last of the events. */
    void fail(ServiceException exception);

    /** Ends the stream. */
    void end();

    /** Has the action run once when the caller leaves, at once if it has left already. */
    void onDisconnect(Runnable action);
}

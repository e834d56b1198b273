package io.vaportrail.sqs.message;

import io.vaportrail.core.service.Call;
import io.vaportrail.sqs.store.Queue;
import org.jspecify.annotations.Nullable;

/** What sends alone and in batches have in common. */
final class Senders {
    private Senders() {}

    /** SenderId: the unique id of the user, of the role and session, or of the account for its root. */
    static String id(Call call) {
        return call.caller().principalId();
    }

    /** The message's own delay, or {@code null} for the queue's, which is the only one a FIFO queue knows. */
    static @Nullable Integer delay(Queue queue, OutgoingMessage message) {
        return queue.isFifo() ? null : message.delaySeconds();
    }
}

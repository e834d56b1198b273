package io.vaportrail.sqs.store;

import io.vaportrail.core.time.Cancellable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A receive: done at once, or waiting at a queue without a thread. It completes with the messages, or with none. */
public final class Poll extends CompletableFuture<List<Received>> {
    final ReceiveOptions options;
    /** When the wait ends in domain time. */
    final long deadline;

    int deadlinePlace = -1;
    boolean waiting;

    @Nullable Poll previous;

    @Nullable Poll next;

    @Nullable Cancellable machineTimer;

    private @Nullable Queue queue;

    Poll(ReceiveOptions options, long deadline) {
        this.options = options;
        this.deadline = deadline;
    }

    void waitAt(Queue waitedAt) {
        this.queue = waitedAt;
    }

    /** The consumer has left: the poll must not take a message any more. Without effect on one that is done. */
    public void abandon() {
        Queue waitedAt = queue;
        if (waitedAt != null) {
            waitedAt.endWait(this);
        }
    }
}

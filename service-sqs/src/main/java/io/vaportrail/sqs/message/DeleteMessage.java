package io.vaportrail.sqs.message;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.DeleteMessageRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;

/**
 * DeleteMessage: deletes a received message.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html">DeleteMessage</a>
 */
public final class DeleteMessage implements Handler<DeleteMessageRequest, Unit> {
    private final QueueFinder finder;

    /** The operation. */
    public DeleteMessage(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public Unit handle(DeleteMessageRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        queue.delete(input.receiptHandle());
        queue.metrics().deleted();
        return Unit.INSTANCE;
    }
}

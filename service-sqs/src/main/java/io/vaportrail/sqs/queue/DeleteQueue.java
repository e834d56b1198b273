package io.vaportrail.sqs.queue;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.DeleteQueueRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.movetask.MoveTasks;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.Queues;

/**
 * DeleteQueue: deletes a queue with all that is in it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html">DeleteQueue</a>
 */
public final class DeleteQueue implements Handler<DeleteQueueRequest, Unit> {
    private final QueueFinder finder;
    private final Queues queues;
    private final MoveTasks moveTasks;

    /** The operation. */
    public DeleteQueue(QueueFinder finder, Queues queues, MoveTasks moveTasks) {
        this.finder = finder;
        this.queues = queues;
        this.moveTasks = moveTasks;
    }

    @Override
    public Unit handle(DeleteQueueRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        queues.delete(queue);
        moveTasks.queueDeleted(queue.arn());
        return Unit.INSTANCE;
    }
}

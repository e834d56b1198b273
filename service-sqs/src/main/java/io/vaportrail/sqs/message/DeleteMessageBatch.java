package io.vaportrail.sqs.message;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.DeleteMessageBatchRequest;
import io.vaportrail.model.sqs.DeleteMessageBatchRequestEntry;
import io.vaportrail.model.sqs.DeleteMessageBatchResult;
import io.vaportrail.model.sqs.DeleteMessageBatchResultEntry;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;

/**
 * DeleteMessageBatch: deletes up to ten received messages.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html">DeleteMessageBatch</a>
 */
public final class DeleteMessageBatch implements Handler<DeleteMessageBatchRequest, DeleteMessageBatchResult> {
    private final QueueFinder finder;

    /** The operation. */
    public DeleteMessageBatch(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public DeleteMessageBatchResult handle(DeleteMessageBatchRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        Batch.check(input.entries(), "DeleteMessageBatchRequestEntry", DeleteMessageBatchRequestEntry::id);
        Batch<DeleteMessageBatchResultEntry> batch = new Batch<>();
        for (DeleteMessageBatchRequestEntry entry : input.entries()) {
            batch.run(entry.id(), () -> {
                queue.delete(entry.receiptHandle());
                queue.metrics().deleted();
                return DeleteMessageBatchResultEntry.builder().id(entry.id()).build();
            });
        }
        DeleteMessageBatchResult.Builder result = DeleteMessageBatchResult.builder();
        if (!batch.successful.isEmpty()) {
            result.successful(batch.successful);
        }
        return batch.failed.isEmpty()
                ? result.build()
                : result.failed(batch.failed).build();
    }
}

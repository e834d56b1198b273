package io.vaportrail.sqs.message;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.ChangeMessageVisibilityBatchRequest;
import io.vaportrail.model.sqs.ChangeMessageVisibilityBatchRequestEntry;
import io.vaportrail.model.sqs.ChangeMessageVisibilityBatchResult;
import io.vaportrail.model.sqs.ChangeMessageVisibilityBatchResultEntry;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;

/**
 * ChangeMessageVisibilityBatch: hides up to ten received messages for longer, or makes them visible.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html">ChangeMessageVisibilityBatch</a>
 */
public final class ChangeMessageVisibilityBatch
        implements Handler<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResult> {
    private final QueueFinder finder;

    /** The operation. */
    public ChangeMessageVisibilityBatch(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public ChangeMessageVisibilityBatchResult handle(ChangeMessageVisibilityBatchRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        Batch.check(
                input.entries(),
                "ChangeMessageVisibilityBatchRequestEntry",
                ChangeMessageVisibilityBatchRequestEntry::id);
        Batch<ChangeMessageVisibilityBatchResultEntry> batch = new Batch<>();
        for (ChangeMessageVisibilityBatchRequestEntry entry : input.entries()) {
            batch.run(entry.id(), () -> change(queue, entry));
        }
        ChangeMessageVisibilityBatchResult.Builder result = ChangeMessageVisibilityBatchResult.builder();
        if (!batch.successful.isEmpty()) {
            result.successful(batch.successful);
        }
        return batch.failed.isEmpty()
                ? result.build()
                : result.failed(batch.failed).build();
    }

    private static ChangeMessageVisibilityBatchResultEntry change(
            Queue queue, ChangeMessageVisibilityBatchRequestEntry entry) {
        Integer visibilityTimeout = entry.visibilityTimeout();
        if (visibilityTimeout == null) {
            throw SqsErrors.missingParameter("VisibilityTimeout");
        }
        ChangeMessageVisibility.change(queue, entry.receiptHandle(), visibilityTimeout);
        return ChangeMessageVisibilityBatchResultEntry.builder().id(entry.id()).build();
    }
}

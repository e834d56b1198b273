package io.vaportrail.sqs.queue;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.GetQueueUrlRequest;
import io.vaportrail.model.sqs.GetQueueUrlResult;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;

/**
 * GetQueueUrl: the URL of a queue of the caller or of another account.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html">GetQueueUrl</a>
 */
public final class GetQueueUrl implements Handler<GetQueueUrlRequest, GetQueueUrlResult> {
    private final QueueFinder finder;

    /** The operation. */
    public GetQueueUrl(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public GetQueueUrlResult handle(GetQueueUrlRequest input, Call call) {
        String owner = input.queueOwnerAWSAccountId();
        String accountId = owner == null || owner.isEmpty() ? call.accountId() : owner;
        Queue queue = finder.find(call.region(), accountId, input.queueName(), call);
        return GetQueueUrlResult.builder()
                .queueUrl(QueueFinder.url(queue.arn(), call))
                .build();
    }
}

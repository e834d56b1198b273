package io.vaportrail.sqs.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.UntagQueueRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.Queues;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * UntagQueue: removes tags; keys without a tag are passed over.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html">UntagQueue</a>
 */
public final class UntagQueue implements Handler<UntagQueueRequest, Unit> {
    private final QueueFinder finder;
    private final Queues queues;

    /** The operation. */
    public UntagQueue(QueueFinder finder, Queues queues) {
        this.finder = finder;
        this.queues = queues;
    }

    @Override
    public Unit handle(UntagQueueRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        queue.changeTags(tags -> {
            Map<String, String> left = new LinkedHashMap<>(tags);
            left.keySet().removeAll(input.tagKeys());
            return left;
        });
        queues.report(queue);
        return Unit.INSTANCE;
    }
}

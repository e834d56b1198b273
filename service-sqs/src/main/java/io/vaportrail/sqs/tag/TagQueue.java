package io.vaportrail.sqs.tag;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.TagQueueRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.Queues;

/**
 * TagQueue: adds tags; a tag of the same key is overwritten.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html">TagQueue</a>
 */
public final class TagQueue implements Handler<TagQueueRequest, Unit> {
    private final QueueFinder finder;
    private final Queues queues;

    /** The operation. */
    public TagQueue(QueueFinder finder, Queues queues) {
        this.finder = finder;
        this.queues = queues;
    }

    @Override
    public Unit handle(TagQueueRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        TagRules.check(input.tags());
        queue.changeTags(tags -> TagRules.merged(tags, input.tags(), queue.arn().name()));
        queues.report(queue);
        return Unit.INSTANCE;
    }
}

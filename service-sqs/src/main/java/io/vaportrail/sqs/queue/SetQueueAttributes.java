package io.vaportrail.sqs.queue;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.SetQueueAttributesRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.deadletter.RedrivePolicies;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.Queues;

/**
 * SetQueueAttributes: changes attributes, all of them or none; they hold at once (AWS takes up to a minute).
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>
 */
public final class SetQueueAttributes implements Handler<SetQueueAttributesRequest, Unit> {
    private final QueueFinder finder;
    private final Queues queues;
    private final RedrivePolicies redrivePolicies;

    /** The operation. */
    public SetQueueAttributes(QueueFinder finder, Queues queues, RedrivePolicies redrivePolicies) {
        this.finder = finder;
        this.queues = queues;
        this.redrivePolicies = redrivePolicies;
    }

    @Override
    public Unit handle(SetQueueAttributesRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        queue.changeAttributes(
                from -> QueueAttributeChange.apply(input.attributes(), from, queue.arn(), redrivePolicies));
        queues.report(queue);
        return Unit.INSTANCE;
    }
}

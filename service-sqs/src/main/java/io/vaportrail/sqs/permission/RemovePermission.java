package io.vaportrail.sqs.permission;

import io.vaportrail.core.policy.EditablePolicy;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.RemovePermissionRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueAttributes;
import io.vaportrail.sqs.store.Queues;

/**
 * RemovePermission: takes the statement of a label out of the queue's policy; the policy goes with its last statement.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_RemovePermission.html">RemovePermission</a>
 */
public final class RemovePermission implements Handler<RemovePermissionRequest, Unit> {
    private final QueueFinder finder;
    private final Queues queues;

    /** The operation. */
    public RemovePermission(QueueFinder finder, Queues queues) {
        this.finder = finder;
        this.queues = queues;
    }

    @Override
    public Unit handle(RemovePermissionRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        queue.changeAttributes(attributes -> removed(attributes, queue.arnText(), input.label()));
        queues.report(queue);
        return Unit.INSTANCE;
    }

    private static QueueAttributes removed(QueueAttributes attributes, String queueArn, String label) {
        EditablePolicy policy = QueuePolicy.of(attributes.policy(), queueArn);
        if (!policy.has(label)) {
            throw SqsErrors.invalidParameterValue("Label", label, "can't find label.");
        }
        policy.remove(label);
        return attributes.withPolicy(QueuePolicy.textOf(policy));
    }
}

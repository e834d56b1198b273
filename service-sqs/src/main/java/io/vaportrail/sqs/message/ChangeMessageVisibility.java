package io.vaportrail.sqs.message;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.ChangeMessageVisibilityRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;

/**
 * ChangeMessageVisibility: hides a received message for longer, or makes it visible with 0.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html">ChangeMessageVisibility</a>
 */
public final class ChangeMessageVisibility implements Handler<ChangeMessageVisibilityRequest, Unit> {
    private final QueueFinder finder;

    /** The operation. */
    public ChangeMessageVisibility(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public Unit handle(ChangeMessageVisibilityRequest input, Call call) {
        change(finder.find(input.queueUrl(), call), input.receiptHandle(), input.visibilityTimeout());
        return Unit.INSTANCE;
    }

    static void change(Queue queue, String receiptHandle, int visibilityTimeout) {
        if (visibilityTimeout < 0 || visibilityTimeout > SqsLimits.VISIBILITY_SECONDS_MAX) {
            throw SqsErrors.invalidParameterValue(
                    "VisibilityTimeout",
                    visibilityTimeout,
                    "VisibilityTimeout must be an integer between 0 and " + SqsLimits.VISIBILITY_SECONDS_MAX + ".");
        }
        queue.changeVisibility(receiptHandle, visibilityTimeout);
    }
}

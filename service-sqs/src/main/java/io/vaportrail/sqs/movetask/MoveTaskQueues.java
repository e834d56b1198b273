package io.vaportrail.sqs.movetask;

import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;

/** Finds the queues that move tasks name by ARN. */
final class MoveTaskQueues {
    private MoveTaskQueues() {}

    /**
     * The queue of an ARN.
     *
     * @param parameter the parameter that holds it
     */
    static Queue find(Queues queues, String parameter, String arn) {
        QueueArn parsed = QueueArn.parse(arn);
        Queue queue = parsed == null ? null : queues.find(parsed);
        if (queue == null) {
            throw SqsErrors.resourceNotFound(
                    "The resource that you specified for the " + parameter + " parameter doesn't exist.");
        }
        return queue;
    }
}

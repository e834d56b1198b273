package io.vaportrail.sqs.queue;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sqs.PurgeQueueRequest;
import io.vaportrail.schema.Unit;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.Queue;

/**
 * PurgeQueue: deletes all messages, at once (AWS takes up to a minute).
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html">PurgeQueue</a>
 */
public final class PurgeQueue implements Handler<PurgeQueueRequest, Unit> {
    private final QueueFinder finder;
    private final EmulatorClock clock;
    private final boolean strict;

    /**
     * The operation.
     *
     * @param strict whether a second purge within a minute is refused
     */
    public PurgeQueue(QueueFinder finder, EmulatorClock clock, boolean strict) {
        this.finder = finder;
        this.clock = clock;
        this.strict = strict;
    }

    @Override
    public Unit handle(PurgeQueueRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        long earlier = queue.settings().purgedMillis();
        if (strict && earlier > clock.millis() - SqsLimits.PURGE_BLOCKED_MILLIS) {
            throw SqsErrors.purgeQueueInProgress(queue.arn().name());
        }
        queue.purge();
        return Unit.INSTANCE;
    }
}

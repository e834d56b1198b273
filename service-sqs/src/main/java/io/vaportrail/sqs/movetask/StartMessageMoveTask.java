package io.vaportrail.sqs.movetask;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.StartMessageMoveTaskRequest;
import io.vaportrail.model.sqs.StartMessageMoveTaskResult;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;
import org.jspecify.annotations.Nullable;

/**
 * StartMessageMoveTask: moves the messages of a dead-letter queue to a queue, or each to the queue that it came from.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">StartMessageMoveTask</a>
 */
public final class StartMessageMoveTask implements Handler<StartMessageMoveTaskRequest, StartMessageMoveTaskResult> {
    private final Queues queues;
    private final MoveTasks tasks;

    /** The operation. */
    public StartMessageMoveTask(Queues queues, MoveTasks tasks) {
        this.queues = queues;
        this.tasks = tasks;
    }

    @Override
    public StartMessageMoveTaskResult handle(StartMessageMoveTaskRequest input, Call call) {
        Integer rate = input.maxNumberOfMessagesPerSecond();
        if (rate != null && (rate < 1 || rate > SqsLimits.MOVES_PER_SECOND_MAX)) {
            throw SqsErrors.invalidParameterValue(
                    "MaxNumberOfMessagesPerSecond",
                    rate,
                    "Must be between 1 and " + SqsLimits.MOVES_PER_SECOND_MAX + ", if provided.");
        }
        Queue source = MoveTaskQueues.find(queues, "SourceArn", input.sourceArn());
        QueueArn destination = destination(source, input.destinationArn());
        QueueArn arn = source.arn();
        if (queues.in(arn.region(), arn.accountId()).sourcesOf(arn).isEmpty()) {
            throw SqsErrors.invalidParameterValue("Source queue must be configured as a Dead Letter Queue.");
        }
        MoveTask task = tasks.start(source, destination, rate);
        return StartMessageMoveTaskResult.builder()
                .taskHandle(task.handle().toString())
                .build();
    }

    private @Nullable QueueArn destination(Queue source, @Nullable String destinationArn) {
        if (destinationArn == null || destinationArn.isEmpty()) {
            return null;
        }
        Queue destination = MoveTaskQueues.find(queues, "DestinationArn", destinationArn);
        if (destination == source) {
            throw SqsErrors.invalidParameterValue("Source queue arn and destination queue arn cannot be the same.");
        }
        if (destination.isFifo() != source.isFifo()) {
            throw SqsErrors.invalidParameterValue("Source queue and destination queue must be of the same type.");
        }
        return destination.arn();
    }
}

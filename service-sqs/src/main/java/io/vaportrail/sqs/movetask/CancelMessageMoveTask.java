package io.vaportrail.sqs.movetask;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.CancelMessageMoveTaskRequest;
import io.vaportrail.model.sqs.CancelMessageMoveTaskResult;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;

/**
 * CancelMessageMoveTask: stops a running move task.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html">CancelMessageMoveTask</a>
 */
public final class CancelMessageMoveTask implements Handler<CancelMessageMoveTaskRequest, CancelMessageMoveTaskResult> {
    private final Queues queues;
    private final MoveTasks tasks;

    /** The operation. */
    public CancelMessageMoveTask(Queues queues, MoveTasks tasks) {
        this.queues = queues;
        this.tasks = tasks;
    }

    @Override
    public CancelMessageMoveTaskResult handle(CancelMessageMoveTaskRequest input, Call call) {
        TaskHandle handle = TaskHandle.parse(input.taskHandle());
        if (handle == null) {
            throw SqsErrors.invalidParameterValue("TaskHandle", input.taskHandle(), "The task handle is malformed.");
        }
        QueueArn source =
                MoveTaskQueues.find(queues, "SourceArn", handle.sourceArn()).arn();
        MoveTask task = tasks.of(source).stream()
                .filter(candidate -> candidate.handle().equals(handle))
                .findFirst()
                .orElseThrow(() -> SqsErrors.resourceNotFound("Task does not exist."));
        if (!task.cancel()) {
            throw SqsErrors.invalidParameterValue("Only active tasks can be cancelled.");
        }
        return CancelMessageMoveTaskResult.builder()
                .approximateNumberOfMessagesMoved((long) task.record().moved())
                .build();
    }
}

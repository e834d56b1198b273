package io.vaportrail.sqs.movetask;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.ListMessageMoveTasksRequest;
import io.vaportrail.model.sqs.ListMessageMoveTasksResult;
import io.vaportrail.model.sqs.ListMessageMoveTasksResultEntry;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * ListMessageMoveTasks: the latest move tasks of a source, newest first; one unless the caller asks for more.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html">ListMessageMoveTasks</a>
 */
public final class ListMessageMoveTasks implements Handler<ListMessageMoveTasksRequest, ListMessageMoveTasksResult> {
    private final Queues queues;
    private final MoveTasks tasks;

    /** The operation. */
    public ListMessageMoveTasks(Queues queues, MoveTasks tasks) {
        this.queues = queues;
        this.tasks = tasks;
    }

    @Override
    public ListMessageMoveTasksResult handle(ListMessageMoveTasksRequest input, Call call) {
        int max = Objects.requireNonNullElse(input.maxResults(), 1);
        if (max < 1 || max > SqsLimits.LISTED_MOVE_TASKS) {
            throw SqsErrors.invalidParameterValue(
                    "MaxResults", max, "Must be between 1 and " + SqsLimits.LISTED_MOVE_TASKS + ", if provided.");
        }
        QueueArn source =
                MoveTaskQueues.find(queues, "SourceArn", input.sourceArn()).arn();
        List<MoveTask> found = tasks.of(source);
        List<ListMessageMoveTasksResultEntry> entries = new ArrayList<>();
        for (MoveTask task : found.subList(0, Math.min(max, found.size()))) {
            entries.add(entry(task));
        }
        ListMessageMoveTasksResult.Builder result = ListMessageMoveTasksResult.builder();
        return entries.isEmpty() ? result.build() : result.results(entries).build();
    }

    private static ListMessageMoveTasksResultEntry entry(MoveTask task) {
        MoveTaskRecord record = task.record();
        QueueArn destination = record.destination();
        // Only a running task can be cancelled, so only that shows its handle.
        boolean running = record.status().equals(MoveTask.Status.RUNNING.name());
        return ListMessageMoveTasksResultEntry.builder()
                .taskHandle(running ? task.handle().toString() : null)
                .status(record.status())
                .sourceArn(record.source().toString())
                .destinationArn(destination == null ? null : destination.toString())
                .maxNumberOfMessagesPerSecond(record.maxPerSecond())
                .approximateNumberOfMessagesMoved((long) record.moved())
                .approximateNumberOfMessagesToMove((long) record.toMove())
                .failureReason(record.failureReason())
                .startedTimestamp(record.startedMillis())
                .build();
    }
}

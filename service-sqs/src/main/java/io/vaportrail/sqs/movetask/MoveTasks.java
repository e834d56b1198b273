package io.vaportrail.sqs.movetask;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The move tasks of all queues: the last ten of each source, at most one of them running. */
public final class MoveTasks {
    private final Map<QueueArn, ArrayDeque<MoveTask>> bySource = new HashMap<>();
    private final Queues queues;
    private final EmulatorClock clock;
    private final Ids ids;

    /** No tasks. */
    public MoveTasks(Queues queues, EmulatorClock clock, Ids ids) {
        this.queues = queues;
        this.clock = clock;
        this.ids = ids;
    }

    /** Starts a task unless one is running for the source; its first step is done on return. */
    MoveTask start(Queue source, @Nullable QueueArn destination, @Nullable Integer maxPerSecond) {
        TaskHandle handle = new TaskHandle(ids.uuid(), source.arnText());
        MoveTask task = new MoveTask(handle, source, destination, maxPerSecond, queues, clock);
        synchronized (this) {
            ArrayDeque<MoveTask> tasks = bySource.computeIfAbsent(source.arn(), arn -> new ArrayDeque<>());
            MoveTask latest = tasks.peekFirst();
            if (latest != null && latest.isRunning()) {
                throw SqsErrors.invalidParameterValue("There is already a task running."
                        + " Only one active task is allowed for a source queue arn at a given time.");
            }
            checkAccount(source.arn().accountId());
            tasks.addFirst(task);
            if (tasks.size() > SqsLimits.LISTED_MOVE_TASKS) {
                tasks.removeLast();
            }
        }
        task.step();
        return task;
    }

    private void checkAccount(String accountId) {
        long active = bySource.values().stream()
                .map(ArrayDeque::peekFirst)
                .filter(task -> task != null && task.source().accountId().equals(accountId) && task.isRunning())
                .count();
        if (active >= SqsLimits.ACTIVE_MOVE_TASKS) {
            throw SqsErrors.overLimit(
                    "An account can have at most " + SqsLimits.ACTIVE_MOVE_TASKS + " active message move tasks.");
        }
    }

    /** The tasks of a source, newest first. */
    synchronized List<MoveTask> of(QueueArn source) {
        ArrayDeque<MoveTask> tasks = bySource.get(source);
        return tasks == null ? List.of() : new ArrayList<>(tasks);
    }

    /** Stops and forgets the tasks of a source that is gone. */
    public synchronized void queueDeleted(QueueArn source) {
        ArrayDeque<MoveTask> tasks = bySource.remove(source);
        if (tasks != null) {
            tasks.forEach(MoveTask::cancel);
        }
    }

    /** Stops and forgets all tasks, or those of one account. */
    public synchronized void reset(@Nullable String accountId) {
        for (QueueArn source : List.copyOf(bySource.keySet())) {
            if (accountId == null || source.accountId().equals(accountId)) {
                queueDeleted(source);
            }
        }
    }
}

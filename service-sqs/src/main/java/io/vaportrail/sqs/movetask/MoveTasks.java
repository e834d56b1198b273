package io.vaportrail.sqs.movetask;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.state.StateLog;
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
    private final StateLog stateLog;

    /** No tasks. */
    public MoveTasks(Queues queues, EmulatorClock clock, Ids ids, StateLog stateLog) {
        this.queues = queues;
        this.clock = clock;
        this.ids = ids;
        this.stateLog = stateLog;
    }

    /** Starts a task unless one is running for the source; its first step is done on return. */
    MoveTask start(Queue source, @Nullable QueueArn destination, @Nullable Integer maxPerSecond) {
        int toMove = source.counts().visible();
        MoveTask task = task(new MoveTaskRecord(
                ids.uuid(), source.arn(), destination, maxPerSecond, clock.millis(), toMove, 0, "RUNNING", null));
        synchronized (this) {
            MoveTask latest = latest(source.arn());
            if (latest != null && latest.isRunning()) {
                throw SqsErrors.invalidParameterValue("There is already a task running."
                        + " Only one active task is allowed for a source queue arn at a given time.");
            }
            checkAccount(source.arn().accountId());
            add(task);
        }
        task.step();
        return task;
    }

    /** Gives a recorded task back; one that was running goes on. */
    public void restore(MoveTaskRecord record) {
        MoveTask task = task(record);
        synchronized (this) {
            add(task);
        }
        clock.schedule(clock.millis(), task::step);
    }

    private MoveTask task(MoveTaskRecord record) {
        return new MoveTask(record, queues, clock, this::report);
    }

    private @Nullable MoveTask latest(QueueArn source) {
        ArrayDeque<MoveTask> tasks = bySource.get(source);
        return tasks == null ? null : tasks.peekFirst();
    }

    private void add(MoveTask task) {
        ArrayDeque<MoveTask> tasks = bySource.computeIfAbsent(task.source(), arn -> new ArrayDeque<>());
        tasks.addFirst(task);
        if (tasks.size() > SqsLimits.LISTED_MOVE_TASKS) {
            tasks.removeLast();
        }
    }

    private void report(MoveTask task) {
        if (stateLog != StateLog.NONE) {
            QueueArn source = task.source();
            stateLog.changed(
                    "sqs",
                    source.accountId(),
                    source.region(),
                    "move-task",
                    task.handle().taskId(),
                    task::record);
        }
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

package io.vaportrail.sqs.movetask;

import io.vaportrail.core.time.Cancellable;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.store.Message;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.QueueArn;
import io.vaportrail.sqs.store.Queues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One move of messages out of a dead-letter queue. It moves what was visible when it started, step by step on the domain clock: up
 * to its rate each second, or without a rate as fast as it goes.
 */
final class MoveTask {
    /** How many messages a step moves without a rate: little enough for an event loop. */
    private static final int STEP = 500;

    private static final long SECOND = 1_000;

    private final TaskHandle handle;
    private final MoveTaskRecord beginning;
    private final Queues queues;
    private final EmulatorClock clock;
    private final Consumer<MoveTask> changed;

    private int moved;
    private Status status;
    private @Nullable String failureReason;
    private @Nullable Cancellable timer;

    /** The states of a task; cancelling takes no time here. */
    enum Status {
        RUNNING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    /** A task as it was recorded; a new one has moved nothing. */
    MoveTask(MoveTaskRecord record, Queues queues, EmulatorClock clock, Consumer<MoveTask> changed) {
        this.handle = new TaskHandle(record.taskId(), record.source().toString());
        this.beginning = record;
        this.moved = record.moved();
        this.status = Status.valueOf(record.status());
        this.failureReason = record.failureReason();
        this.queues = queues;
        this.clock = clock;
        this.changed = changed;
    }

    TaskHandle handle() {
        return handle;
    }

    QueueArn source() {
        return beginning.source();
    }

    /** The task as plain data. */
    synchronized MoveTaskRecord record() {
        return new MoveTaskRecord(
                beginning.taskId(),
                beginning.source(),
                beginning.destination(),
                beginning.maxPerSecond(),
                beginning.startedMillis(),
                beginning.toMove(),
                moved,
                status.name(),
                failureReason);
    }

    synchronized boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** Stops the task; messages that have moved stay where they are. {@code false} when it was not running. */
    synchronized boolean cancel() {
        if (status != Status.RUNNING) {
            return false;
        }
        status = Status.CANCELLED;
        if (timer != null) {
            timer.cancel();
        }
        changed.accept(this);
        return true;
    }

    /** Moves the next messages, and has the clock call again if there are more. */
    synchronized void step() {
        if (status != Status.RUNNING) {
            return;
        }
        Queue from = queues.find(beginning.source());
        QueueArn destination = beginning.destination();
        if (from == null || destination != null && queues.find(destination) == null) {
            fail("AWS.SimpleQueueService.NonExistentQueue");
        } else if (clock.millis() - beginning.startedMillis() >= SqsLimits.MOVE_TASK_MILLIS) {
            fail("TimedOut");
        } else {
            move(from, beginning.maxPerSecond());
        }
        changed.accept(this);
    }

    private void move(Queue from, @Nullable Integer rate) {
        int budget = Math.min(rate == null ? STEP : rate, beginning.toMove() - moved);
        Map<Queue, List<Message>> byTarget = new LinkedHashMap<>();
        boolean[] stuck = {false};
        List<Message> taken = from.takeToMove(budget, message -> {
            Queue target = targetOf(message);
            stuck[0] = target == null;
            if (target != null) {
                byTarget.computeIfAbsent(target, t -> new ArrayList<>()).add(message);
            }
            return target != null;
        });
        byTarget.forEach(Queue::acceptMoved);
        moved += taken.size();
        if (stuck[0]) {
            fail("CouldNotDetermineMessageSource");
        } else if (moved >= beginning.toMove() || taken.isEmpty()) {
            status = Status.COMPLETED;
        } else {
            timer = clock.schedule(clock.millis() + (rate == null ? 0 : SECOND), this::step);
        }
    }

    /** The destination asked for, or the queue from which the message came here. */
    private @Nullable Queue targetOf(Message message) {
        QueueArn destination = beginning.destination();
        if (destination != null) {
            return queues.find(destination);
        }
        String origin = message.deadLetterSourceArn();
        QueueArn arn = origin == null ? null : QueueArn.parse(origin);
        return arn == null ? null : queues.find(arn);
    }

    private void fail(String reason) {
        status = Status.FAILED;
        failureReason = reason;
    }
}

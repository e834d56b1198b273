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
    private final QueueArn source;
    private final @Nullable QueueArn destination;
    private final @Nullable Integer maxPerSecond;
    private final long startedMillis;
    private final int toMove;
    private final Queues queues;
    private final EmulatorClock clock;

    private int moved;
    private Status status = Status.RUNNING;
    private @Nullable String failureReason;
    private @Nullable Cancellable timer;

    /** The states of a task; cancelling takes no time here. */
    enum Status {
        RUNNING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    /** How far a task has come. */
    record Progress(Status status, int moved, @Nullable String failureReason) {}

    MoveTask(
            TaskHandle handle,
            Queue source,
            @Nullable QueueArn destination,
            @Nullable Integer maxPerSecond,
            Queues queues,
            EmulatorClock clock) {
        this.handle = handle;
        this.source = source.arn();
        this.destination = destination;
        this.maxPerSecond = maxPerSecond;
        this.startedMillis = clock.millis();
        this.toMove = source.counts().visible();
        this.queues = queues;
        this.clock = clock;
    }

    TaskHandle handle() {
        return handle;
    }

    QueueArn source() {
        return source;
    }

    @Nullable QueueArn destination() {
        return destination;
    }

    @Nullable Integer maxPerSecond() {
        return maxPerSecond;
    }

    long startedMillis() {
        return startedMillis;
    }

    int toMove() {
        return toMove;
    }

    synchronized Progress progress() {
        return new Progress(status, moved, failureReason);
    }

    boolean isRunning() {
        return progress().status == Status.RUNNING;
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
        return true;
    }

    /** Moves the next messages, and has the clock call again if there are more. */
    synchronized void step() {
        if (status != Status.RUNNING) {
            return;
        }
        Queue from = queues.find(source);
        if (from == null || destination != null && queues.find(destination) == null) {
            fail("AWS.SimpleQueueService.NonExistentQueue");
        } else if (clock.millis() - startedMillis >= SqsLimits.MOVE_TASK_MILLIS) {
            fail("TimedOut");
        } else {
            move(from);
        }
    }

    private void move(Queue from) {
        int budget = Math.min(maxPerSecond == null ? STEP : maxPerSecond, toMove - moved);
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
        } else if (moved >= toMove || taken.isEmpty()) {
            status = Status.COMPLETED;
        } else {
            timer = clock.schedule(clock.millis() + (maxPerSecond == null ? 0 : SECOND), this::step);
        }
    }

    /** The destination asked for, or the queue from which the message came here. */
    private @Nullable Queue targetOf(Message message) {
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

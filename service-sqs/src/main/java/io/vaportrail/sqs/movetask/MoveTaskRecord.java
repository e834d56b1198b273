package io.vaportrail.sqs.movetask;

import io.vaportrail.sqs.store.QueueArn;
import org.jspecify.annotations.Nullable;

/**
 * A move task as plain data.
 *
 * @param taskId its id
 * @param source the dead-letter queue
 * @param destination where messages go, or {@code null} for where they came from
 * @param maxPerSecond its rate, or {@code null}
 * @param startedMillis epoch milliseconds
 * @param toMove how many messages were there when it started
 * @param moved how many of them have moved
 * @param status RUNNING, COMPLETED, CANCELLED or FAILED
 * @param failureReason why it failed, or {@code null}
 */
public record MoveTaskRecord(
        String taskId,
        QueueArn source,
        @Nullable QueueArn destination,
        @Nullable Integer maxPerSecond,
        long startedMillis,
        int toMove,
        int moved,
        String status,
        @Nullable String failureReason) {}

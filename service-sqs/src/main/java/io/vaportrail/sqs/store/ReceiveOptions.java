package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/**
 * What a consumer asks for, checked against the limits.
 *
 * @param maxNumberOfMessages 1 to 10
 * @param visibilityTimeout seconds, or {@code null} for the queue's
 * @param waitTimeSeconds 0 to 20, or {@code null} for the queue's
 * @param receiveRequestAttemptId to be replayed on a FIFO queue, or {@code null}
 */
public record ReceiveOptions(
        int maxNumberOfMessages,
        @Nullable Integer visibilityTimeout,
        @Nullable Integer waitTimeSeconds,
        @Nullable String receiveRequestAttemptId) {}

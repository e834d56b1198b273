package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/**
 * What a FIFO queue remembers of a message that it was sent.
 *
 * @param groupId the group within which the id counts, or {@code null} for the whole queue
 * @param deduplicationId given by the sender or made from the content
 * @param answer what the sender was told
 * @param expiresAtMillis when it is forgotten, epoch milliseconds
 */
public record DeduplicationRecord(
        @Nullable String groupId, String deduplicationId, Sent answer, long expiresAtMillis) {}

package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/**
 * What a sender is told.
 *
 * @param messageId the id of the message; a duplicate is told the id of the first
 * @param sequenceNumber the 20 digits of a FIFO queue, else {@code null}
 */
public record Sent(String messageId, @Nullable String sequenceNumber) {}

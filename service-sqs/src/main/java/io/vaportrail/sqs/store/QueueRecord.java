package io.vaportrail.sqs.store;

import java.util.List;
import java.util.Map;

/**
 * A queue as plain data, to be kept and given back.
 *
 * @param arn its name
 * @param queueId its identity in receipt handles
 * @param createdMillis epoch milliseconds
 * @param lastModifiedMillis epoch milliseconds
 * @param attributes what its owner set
 * @param tags its tags
 * @param lastSequence the sequence of the last message that came in
 * @param messages what is in it, in the order of arrival; empty where only the owner's settings are reported
 * @param deduplications what a FIFO queue was sent lately, in the order in which it is forgotten
 */
public record QueueRecord(
        QueueArn arn,
        long queueId,
        long createdMillis,
        long lastModifiedMillis,
        QueueAttributes attributes,
        Map<String, String> tags,
        long lastSequence,
        List<MessageRecord> messages,
        List<DeduplicationRecord> deduplications) {}

package io.vaportrail.sqs.store;

import io.vaportrail.model.sqs.MessageAttributeValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sender put into a message. It stays the same when the message moves to another queue.
 *
 * @param body the text
 * @param md5OfBody its MD5 in hexadecimal
 * @param attributes the message attributes by name, in the order of the request
 * @param md5OfAttributes their MD5, or {@code null} without any
 * @param traceHeader the system attribute AWSTraceHeader, or {@code null}
 * @param md5OfSystemAttributes the MD5 of the system attributes, or {@code null} without any
 * @param groupId the message group, required on a FIFO queue, a tenant on a standard queue
 * @param deduplicationId given by the sender or made from the content (FIFO queues)
 */
public record MessageContent(
        String body,
        String md5OfBody,
        Map<String, MessageAttributeValue> attributes,
        @Nullable String md5OfAttributes,
        @Nullable String traceHeader,
        @Nullable String md5OfSystemAttributes,
        @Nullable String groupId,
        @Nullable String deduplicationId) {}

package io.vaportrail.sqs.message;

import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.MessageSystemAttributeValue;
import io.vaportrail.model.sqs.SendMessageBatchRequestEntry;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.store.MessageContent;
import io.vaportrail.sqs.store.Queue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as its sender gave it, alone or in a batch, not checked yet.
 *
 * @param body MessageBody
 * @param bodyBytes the same in UTF-8: its size counts, and it is digested
 * @param delaySeconds DelaySeconds, or {@code null}
 * @param attributes MessageAttributes
 * @param systemAttributes MessageSystemAttributes, or {@code null}
 * @param deduplicationId MessageDeduplicationId, or {@code null}
 * @param groupId MessageGroupId, or {@code null}
 */
record OutgoingMessage(
        String body,
        byte[] bodyBytes,
        @Nullable Integer delaySeconds,
        Map<String, MessageAttributeValue> attributes,
        @Nullable Map<String, MessageSystemAttributeValue> systemAttributes,
        @Nullable String deduplicationId,
        @Nullable String groupId) {

    static OutgoingMessage of(SendMessageRequest request) {
        return new OutgoingMessage(
                request.messageBody(),
                request.messageBody().getBytes(StandardCharsets.UTF_8),
                request.delaySeconds(),
                Objects.requireNonNullElse(request.messageAttributes(), Map.of()),
                request.messageSystemAttributes(),
                request.messageDeduplicationId(),
                request.messageGroupId());
    }

    static OutgoingMessage of(SendMessageBatchRequestEntry entry) {
        return new OutgoingMessage(
                entry.messageBody(),
                entry.messageBody().getBytes(StandardCharsets.UTF_8),
                entry.delaySeconds(),
                Objects.requireNonNullElse(entry.messageAttributes(), Map.of()),
                entry.messageSystemAttributes(),
                entry.messageDeduplicationId(),
                entry.messageGroupId());
    }

    /** What counts towards the limits: the body, and names, types and values of the attributes, in bytes. */
    long bytes() {
        return attributes.isEmpty() ? bodyBytes.length : bodyBytes.length + MessageAttributes.bytes(attributes);
    }

    /** Whether a FIFO queue could tell the message from others. */
    boolean hasDeduplication(Queue queue) {
        return deduplicationId != null || queue.attributes().contentBasedDeduplication();
    }

    /**
     * Checks the message against the limits and the queue, but for its size.
     *
     * @param callTrace the trace header of the call, which stands for one that the message does not bring
     * @throws io.vaportrail.schema.ServiceException what is wrong with it
     */
    MessageContent checked(Queue queue, @Nullable String callTrace) {
        if (body.isEmpty()) {
            throw SqsErrors.missingParameter("MessageBody");
        }
        int invalid = Characters.firstInvalid(body);
        if (invalid >= 0) {
            throw SqsErrors.invalidCharacter(invalid);
        }
        checkDelay(queue);
        if (!attributes.isEmpty()) {
            MessageAttributes.check(attributes);
        }
        checkTokens(queue);
        String trace = TraceHeader.of(systemAttributes);
        return new MessageContent(
                body,
                Md5.of(bodyBytes),
                attributes,
                MessageAttributes.md5(attributes),
                trace == null ? callTrace : trace,
                trace == null ? null : TraceHeader.md5(trace),
                groupId,
                deduplicationId == null && queue.isFifo() ? sha256(bodyBytes) : deduplicationId);
    }

    private void checkDelay(Queue queue) {
        if (delaySeconds == null) {
            return;
        }
        if (delaySeconds < 0 || delaySeconds > SqsLimits.DELAY_SECONDS_MAX) {
            throw SqsErrors.invalidParameterValue(
                    "DelaySeconds",
                    delaySeconds,
                    "DelaySeconds must be >= 0 and <= " + SqsLimits.DELAY_SECONDS_MAX + ".");
        }
        if (queue.isFifo() && delaySeconds > 0) {
            throw SqsErrors.notForQueueType("DelaySeconds", delaySeconds);
        }
    }

    private void checkTokens(Queue queue) {
        if (groupId != null) {
            Tokens.check("MessageGroupId", groupId);
        }
        if (deduplicationId == null) {
            return;
        }
        if (!queue.isFifo()) {
            throw SqsErrors.notForQueueType("MessageDeduplicationId", deduplicationId);
        }
        Tokens.check("MessageDeduplicationId", deduplicationId);
    }

    /** Content-based deduplication digests the body, not the attributes. */
    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: in every Java runtime)", e);
        }
    }
}

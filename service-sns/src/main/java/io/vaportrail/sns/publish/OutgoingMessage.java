package io.vaportrail.sns.publish;

import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.model.sns.PublishBatchRequestEntry;
import io.vaportrail.model.sns.PublishInput;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.delivery.Notification.Content;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.topic.TopicAttributes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as its publisher gave it, alone or in a batch, not checked yet.
 *
 * @param message Message
 * @param messageBytes the same in UTF-8
 * @param subject Subject, or {@code null}
 * @param structure MessageStructure, or {@code null}
 * @param attributes MessageAttributes
 * @param groupId MessageGroupId, or {@code null}
 * @param deduplicationId MessageDeduplicationId, or {@code null}
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read by this record alone
record OutgoingMessage(
        String message,
        byte[] messageBytes,
        @Nullable String subject,
        @Nullable String structure,
        Map<String, MessageAttributeValue> attributes,
        @Nullable String groupId,
        @Nullable String deduplicationId) {

    static OutgoingMessage of(PublishInput input) {
        return new OutgoingMessage(
                input.message(),
                input.message().getBytes(StandardCharsets.UTF_8),
                input.subject(),
                input.messageStructure(),
                Objects.requireNonNullElse(input.messageAttributes(), Map.of()),
                input.messageGroupId(),
                input.messageDeduplicationId());
    }

    static OutgoingMessage of(PublishBatchRequestEntry entry) {
        return new OutgoingMessage(
                entry.message(),
                entry.message().getBytes(StandardCharsets.UTF_8),
                entry.subject(),
                entry.messageStructure(),
                Objects.requireNonNullElse(entry.messageAttributes(), Map.of()),
                entry.messageGroupId(),
                entry.messageDeduplicationId());
    }

    /** What counts towards the limits: the text, and names, types and values of the attributes, in bytes. */
    long bytes() {
        return attributes.isEmpty() ? messageBytes.length : messageBytes.length + MessageAttributes.bytes(attributes);
    }

    /** Checks the message but for its size and for what the topic demands. */
    Content checked() {
        if (message.isEmpty()) {
            throw SnsErrors.invalid("Empty message");
        }
        if (subject != null && !isSubject(subject)) {
            throw SnsErrors.invalid("Subject");
        }
        MessageAttributes.check(attributes);
        Map<String, String> texts = MessageStructure.texts(message, structure);
        return new Content(MessageStructure.defaultOf(texts, message), texts, subject, attributes, groupId, bytes());
    }

    /** Printable ASCII, beginning with a letter, a digit or a mark. */
    private static boolean isSubject(String subject) {
        return !subject.isEmpty()
                && subject.length() <= SnsLimits.SUBJECT_LENGTH
                && subject.charAt(0) != ' '
                && subject.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** Checks what a topic demands of its messages. */
    void checkFor(Topic topic) {
        if (!topic.arn().isFifo()) {
            if (deduplicationId != null) {
                throw SnsErrors.invalid(
                        "MessageDeduplicationId",
                        "The request includes MessageDeduplicationId parameter that is not valid for this topic type");
            }
            if (groupId != null) {
                checkToken("MessageGroupId", groupId);
            }
            return;
        }
        if (groupId == null || groupId.isEmpty()) {
            throw SnsErrors.invalid("The MessageGroupId parameter is required for FIFO topics");
        }
        checkToken("MessageGroupId", groupId);
        if (deduplicationId != null) {
            checkToken("MessageDeduplicationId", deduplicationId);
        } else if (!"true".equalsIgnoreCase(topic.attribute(TopicAttributes.CONTENT_BASED_DEDUPLICATION, "false"))) {
            throw SnsErrors.invalid("The topic should either have ContentBasedDeduplication enabled or"
                    + " MessageDeduplicationId provided explicitly");
        }
    }

    private static void checkToken(String parameter, String token) {
        boolean valid = !token.isEmpty()
                && token.length() <= SnsLimits.TOKEN_LENGTH
                && token.chars().allMatch(c -> c > ' ' && c <= '~');
        if (!valid) {
            throw SnsErrors.invalid(
                    parameter,
                    "can only include alphanumeric and punctuation characters. 1 to " + SnsLimits.TOKEN_LENGTH
                            + " in length");
        }
    }

    /** What tells the message from others in a FIFO topic: as given, or the digest of the text. */
    String deduplication() {
        return deduplicationId != null ? deduplicationId : sha256(messageBytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: in every Java runtime)", e);
        }
    }
}

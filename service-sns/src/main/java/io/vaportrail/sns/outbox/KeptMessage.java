package io.vaportrail.sns.outbox;

import io.vaportrail.model.sns.MessageAttributeValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that would have left the machine.
 *
 * @param kind which way
 * @param messageId its id
 * @param endpoint the phone number, the address, or the ARN of the device's endpoint
 * @param topicArn where it was published, or {@code null} when it was sent to the endpoint itself
 * @param subscriptionArn the subscription, or {@code null}
 * @param subject or {@code null}
 * @param message the text as it would have arrived
 * @param attributes by name
 * @param keptMillis when, in milliseconds since 1970
 */
public record KeptMessage(
        Kind kind,
        String messageId,
        String endpoint,
        @Nullable String topicArn,
        @Nullable String subscriptionArn,
        @Nullable String subject,
        String message,
        Map<String, MessageAttributeValue> attributes,
        long keptMillis) {
    /** The ways that lead out. */
    public enum Kind {
        /** Text messages to phones. */
        SMS,
        /** Push notifications to devices. */
        PUSH,
        /** E-mails. */
        EMAIL
    }
}

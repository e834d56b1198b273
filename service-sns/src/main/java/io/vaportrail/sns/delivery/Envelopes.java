package io.vaportrail.sns.delivery;

import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.schema.Blob;
import io.vaportrail.sns.store.Subscription;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message in the JSON that SNS wraps messages in. It is written and signed when the first subscription needs it, once for each text,
 * but for what differs from one subscription to another. Used by one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html">HTTP/HTTPS notification JSON format</a>
 */
final class Envelopes {
    private static final int OVERHEAD = 1_400;

    private final Notification notification;
    private final Signer signer;
    private final @Nullable String signingUrl;
    private final String timestamp;
    private final Map<String, String> heads = new HashMap<>(2);
    private @Nullable String attributes;

    Envelopes(Notification notification, Signer signer, @Nullable String signingUrl) {
        this.notification = notification;
        this.signer = signer;
        this.signingUrl = signingUrl;
        this.timestamp = Timestamps.of(notification.publishedMillis());
    }

    /** The envelope for a subscription. */
    String of(Subscription subscription) {
        String message = notification.content().messageFor(subscription.protocol());
        JsonText json = new JsonText(heads.computeIfAbsent(message, this::head), OVERHEAD);
        if (notification.signatureVersion() != null) {
            json.member("SigningCertURL", certificateUrl(subscription));
        }
        json.member("UnsubscribeURL", subscription.unsubscribeUrl());
        if (notification.replayed()) {
            json.raw("Replayed", "true");
        }
        if (!notification.content().attributes().isEmpty()) {
            json.raw("MessageAttributes", attributes());
        }
        return json.end();
    }

    /** What the envelopes of a text have in common, as far as they begin alike. */
    private String head(String message) {
        JsonText json = new JsonText(message.length() + OVERHEAD)
                .member("Type", "Notification")
                .member("MessageId", notification.messageId());
        String sequenceNumber = notification.sequenceNumber();
        if (sequenceNumber != null) {
            json.member("SequenceNumber", sequenceNumber);
        }
        json.member("TopicArn", notification.topicArn());
        String subject = notification.content().subject();
        if (subject != null) {
            json.member("Subject", subject);
        }
        json.member("Message", message).member("Timestamp", timestamp);
        String version = notification.signatureVersion();
        if (version != null) {
            json.member("SignatureVersion", version).member("Signature", sign(message, version));
        }
        return json.soFar();
    }

    private String certificateUrl(Subscription subscription) {
        return (signingUrl == null ? subscription.baseUrl() : signingUrl) + signer.certificatePath();
    }

    private String sign(String message, String version) {
        String subject = notification.content().subject();
        StringBuilder text = new StringBuilder(message.length() + OVERHEAD)
                .append("Message\n")
                .append(message)
                .append("\nMessageId\n")
                .append(notification.messageId());
        if (subject != null) {
            text.append("\nSubject\n").append(subject);
        }
        text.append("\nTimestamp\n")
                .append(timestamp)
                .append("\nTopicArn\n")
                .append(notification.topicArn())
                .append("\nType\nNotification\n");
        return signer.sign(text.toString(), version);
    }

    private String attributes() {
        String made = attributes;
        if (made == null) {
            StringBuilder text = new StringBuilder("{\n");
            String separator = "    ";
            for (Map.Entry<String, MessageAttributeValue> attribute :
                    notification.content().attributes().entrySet()) {
                text.append(separator);
                JsonText.quote(text, attribute.getKey());
                text.append(" : {\"Type\":");
                JsonText.quote(text, attribute.getValue().dataType());
                text.append(",\"Value\":");
                JsonText.quote(text, valueOf(attribute.getValue()));
                text.append('}');
                separator = ",\n    ";
            }
            made = text.append("\n  }").toString();
            attributes = made;
        }
        return made;
    }

    private static String valueOf(MessageAttributeValue value) {
        Blob bytes = value.binaryValue();
        String text = value.stringValue();
        return bytes != null ? bytes.toBase64() : text == null ? "" : text;
    }
}

package io.vaportrail.sqs.queue;

import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.sqs.store.QueueAttributes;
import io.vaportrail.sqs.store.RedriveAllowPolicy;
import io.vaportrail.sqs.store.RedrivePolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes that an owner sets, as text. */
final class QueueAttributeView {
    /** The attributes of every queue, in the order in which All lists them. */
    static final List<String> COMMON = List.of(
            QueueAttributeName.DELAY_SECONDS,
            QueueAttributeName.MAXIMUM_MESSAGE_SIZE,
            QueueAttributeName.MESSAGE_RETENTION_PERIOD,
            QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS,
            QueueAttributeName.VISIBILITY_TIMEOUT,
            QueueAttributeName.POLICY,
            QueueAttributeName.REDRIVE_POLICY,
            QueueAttributeName.REDRIVE_ALLOW_POLICY,
            QueueAttributeName.KMS_MASTER_KEY_ID,
            QueueAttributeName.KMS_DATA_KEY_REUSE_PERIOD_SECONDS,
            QueueAttributeName.SQS_MANAGED_SSE_ENABLED);

    /** The attributes that only FIFO queues have. */
    static final List<String> FIFO = List.of(
            QueueAttributeName.FIFO_QUEUE,
            QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
            QueueAttributeName.DEDUPLICATION_SCOPE,
            QueueAttributeName.FIFO_THROUGHPUT_LIMIT);

    private QueueAttributeView() {}

    /** The value, or {@code null} for an attribute that is not set. */
    static @Nullable String value(QueueAttributes attributes, String name) {
        return switch (name) {
            case QueueAttributeName.DELAY_SECONDS -> text(attributes.delaySeconds());
            case QueueAttributeName.MAXIMUM_MESSAGE_SIZE -> text(attributes.maximumMessageSize());
            case QueueAttributeName.MESSAGE_RETENTION_PERIOD -> text(attributes.messageRetentionPeriod());
            case QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS ->
                text(attributes.receiveMessageWaitTimeSeconds());
            case QueueAttributeName.VISIBILITY_TIMEOUT -> text(attributes.visibilityTimeout());
            case QueueAttributeName.POLICY -> attributes.policy();
            case QueueAttributeName.REDRIVE_POLICY -> json(attributes.redrivePolicy());
            case QueueAttributeName.REDRIVE_ALLOW_POLICY -> json(attributes.redriveAllowPolicy());
            case QueueAttributeName.SQS_MANAGED_SSE_ENABLED -> String.valueOf(attributes.sqsManagedSseEnabled());
            default -> otherValue(attributes, name);
        };
    }

    private static @Nullable String otherValue(QueueAttributes attributes, String name) {
        return switch (name) {
            case QueueAttributeName.KMS_MASTER_KEY_ID -> attributes.kmsMasterKeyId();
            case QueueAttributeName.KMS_DATA_KEY_REUSE_PERIOD_SECONDS ->
                attributes.kmsMasterKeyId() == null ? null : text(attributes.kmsDataKeyReusePeriodSeconds());
            case QueueAttributeName.FIFO_QUEUE -> "true";
            case QueueAttributeName.CONTENT_BASED_DEDUPLICATION ->
                String.valueOf(attributes.contentBasedDeduplication());
            case QueueAttributeName.DEDUPLICATION_SCOPE ->
                attributes.deduplicationPerGroup() ? "messageGroup" : "queue";
            case QueueAttributeName.FIFO_THROUGHPUT_LIMIT ->
                attributes.throughputPerGroup() ? "perMessageGroupId" : "perQueue";
            default -> throw new IllegalArgumentException("attribute: " + name + " (expected: one that an owner sets)");
        };
    }

    private static String text(int value) {
        return Integer.toString(value);
    }

    private static @Nullable String json(@Nullable RedrivePolicy policy) {
        return policy == null ? null : policy.toJson();
    }

    private static @Nullable String json(@Nullable RedriveAllowPolicy policy) {
        return policy == null ? null : policy.toJson();
    }
}

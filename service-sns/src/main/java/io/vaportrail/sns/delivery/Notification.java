package io.vaportrail.sns.delivery;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.service.Call;
import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.sns.store.Archived;
import io.vaportrail.sns.store.SnsArn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was published to a topic.
 *
 * @param messageId its id
 * @param topic where it was published
 * @param topicArn the same, written out
 * @param content what was published
 * @param publishedMillis when, in milliseconds since 1970
 * @param sequenceNumber its place in a FIFO topic, or {@code null}
 * @param deduplicationId what tells it from others in a FIFO topic, or {@code null}
 * @param signatureVersion how it is signed: {@code 1}, {@code 2}, or {@code null} for not at all, as in FIFO topics
 * @param traceHeader what to trace it by, or {@code null}
 * @param replayed whether it comes from the topic's archive
 * @param call the call that delivers it
 */
public record Notification(
        String messageId,
        SnsArn topic,
        String topicArn,
        Content content,
        long publishedMillis,
        @Nullable String sequenceNumber,
        @Nullable String deduplicationId,
        @Nullable String signatureVersion,
        @Nullable String traceHeader,
        boolean replayed,
        Call call)
        implements Archived {

    /**
     * What was published.
     *
     * @param message the text, or that for protocols without one of their own
     * @param byProtocol the texts of protocols that have their own; empty unless the message is structured
     * @param subject or {@code null}
     * @param attributes by name
     * @param groupId MessageGroupId, or {@code null}
     * @param bytes the size that counts
     */
    public record Content(
            String message,
            Map<String, String> byProtocol,
            @Nullable String subject,
            Map<String, MessageAttributeValue> attributes,
            @Nullable String groupId,
            long bytes) {
        /** The text for a protocol. */
        public String messageFor(String protocol) {
            return byProtocol.isEmpty() ? message : byProtocol.getOrDefault(protocol, message);
        }
    }

    /** What tells the topic's metrics from those of others. */
    public List<MetricDimension> metricDimensions() {
        return List.of(new MetricDimension("TopicName", topic.resource()));
    }

    @Override
    public long bytes() {
        return content.bytes();
    }

    /** The same message, delivered again for a replay. */
    public Notification again(Call by) {
        return new Notification(
                messageId,
                topic,
                topicArn,
                content,
                publishedMillis,
                sequenceNumber,
                deduplicationId,
                signatureVersion,
                traceHeader,
                true,
                by);
    }
}

package io.vaportrail.sqs.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the owner of a queue set, and when. Reads take no lock. */
public final class QueueSettings {
    private final QueueArn arn;
    private final String arnText;
    private final long queueId;
    private final long createdMillis;
    private volatile long lastModifiedMillis;
    private volatile long purgedMillis = Long.MIN_VALUE;
    private volatile QueueAttributes attributes;
    private volatile Map<String, String> tags;

    QueueSettings(QueueRecord record) {
        this.arn = record.arn();
        this.arnText = arn.toString();
        this.queueId = record.queueId();
        this.createdMillis = record.createdMillis();
        this.lastModifiedMillis = record.lastModifiedMillis();
        this.attributes = record.attributes();
        this.tags = record.tags();
    }

    /** The queue's ARN. */
    public QueueArn arn() {
        return arn;
    }

    String arnText() {
        return arnText;
    }

    /** The attributes in force. */
    public QueueAttributes attributes() {
        return attributes;
    }

    /** When the queue was created, epoch milliseconds. */
    public long createdMillis() {
        return createdMillis;
    }

    /** When its attributes were last changed, epoch milliseconds. */
    public long lastModifiedMillis() {
        return lastModifiedMillis;
    }

    /** When the queue was last purged, epoch milliseconds; {@link Long#MIN_VALUE} for never. */
    public long purgedMillis() {
        return purgedMillis;
    }

    /** The tags in the order added; immutable. */
    public Map<String, String> tags() {
        return tags;
    }

    void setTags(Map<String, String> newTags) {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(newTags));
    }

    long queueId() {
        return queueId;
    }

    void set(QueueAttributes newAttributes, long now) {
        attributes = newAttributes;
        lastModifiedMillis = now;
    }

    void purgedAt(long now) {
        purgedMillis = now;
    }

    QueueRecord record(long lastSequence, List<MessageRecord> messages, List<DeduplicationRecord> deduplications) {
        return new QueueRecord(
                arn,
                queueId,
                createdMillis,
                lastModifiedMillis,
                attributes,
                tags,
                lastSequence,
                messages,
                deduplications);
    }
}

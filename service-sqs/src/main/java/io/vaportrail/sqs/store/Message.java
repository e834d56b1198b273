package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/**
 * A message in one queue. The public part never changes; the rest belongs to the queue and is guarded by its lock.
 */
public final class Message {
    /** Where a message is in its queue. Exactly one structure holds it in each state. */
    enum State {
        /** Not yet deliverable, by a delay. */
        DELAYED,
        /** Deliverable (in a FIFO queue: once its group is free and all before it are gone). */
        VISIBLE,
        /** Received and neither deleted nor timed out. */
        IN_FLIGHT,
        /** Deleted, expired or moved away. */
        GONE
    }

    final long sequence;
    private final String messageId;
    private final MessageContent content;
    private final String senderId;
    final long sentMillis;
    private final @Nullable String sequenceNumber;
    private final @Nullable String deadLetterSourceArn;
    /** How often it was received in queues that it was in before; dead-letter decisions count only receives from this queue. */
    final int earlierReceives;

    State state = State.VISIBLE;
    /** Receives in this queue; the number of the last one is in its receipt handle. */
    int receives;

    long firstReceivedMillis;
    long lastReceivedMillis;
    /** When a delayed or in-flight message becomes visible. */
    long visibleAt;
    /** The place in line among visible messages: a returned message goes behind those that never went out. */
    long line;

    int visibilityPlace = -1;
    int agePlace = -1;
    private @Nullable MessageGroup group;

    @Nullable Message previous;

    @Nullable Message next;

    Message(
            long sequence,
            String messageId,
            MessageContent content,
            String senderId,
            long sentMillis,
            @Nullable String sequenceNumber,
            @Nullable String deadLetterSourceArn,
            int earlierReceives,
            long firstReceivedMillis) {
        this.sequence = sequence;
        this.messageId = messageId;
        this.content = content;
        this.senderId = senderId;
        this.sentMillis = sentMillis;
        this.sequenceNumber = sequenceNumber;
        this.deadLetterSourceArn = deadLetterSourceArn;
        this.earlierReceives = earlierReceives;
        this.firstReceivedMillis = firstReceivedMillis;
    }

    /** A message as it was recorded. */
    static Message restore(MessageRecord record) {
        Message message = new Message(
                record.sequence(),
                record.messageId(),
                record.content(),
                record.senderId(),
                record.sentMillis(),
                record.sequenceNumber(),
                record.deadLetterSourceArn(),
                record.earlierReceives(),
                record.firstReceivedMillis());
        message.receives = record.receives();
        message.lastReceivedMillis = record.lastReceivedMillis();
        message.visibleAt = record.visibleAtMillis();
        return message;
    }

    /** The MessageId that the sender was told. */
    public String messageId() {
        return messageId;
    }

    /** What the sender put in. */
    public MessageContent content() {
        return content;
    }

    /** The principal id of the sender. */
    public String senderId() {
        return senderId;
    }

    /** When it was sent (epoch milliseconds); a move to a standard dead-letter queue keeps it. */
    public long sentMillis() {
        return sentMillis;
    }

    /** The 20 digits of a FIFO queue's sequence number, or {@code null}. */
    public @Nullable String sequenceNumber() {
        return sequenceNumber;
    }

    /** The queue from which it came to this dead-letter queue, or {@code null}. */
    public @Nullable String deadLetterSourceArn() {
        return deadLetterSourceArn;
    }

    /** The group that it has joined in its queue. */
    MessageGroup group() {
        if (group == null) {
            throw new IllegalStateException("message group: none yet (expected: joined when the message came in)");
        }
        return group;
    }

    void join(MessageGroup joined) {
        this.group = joined;
        joined.members++;
    }

    /** Receives across all queues, as ApproximateReceiveCount counts them. */
    int receiveCount() {
        return earlierReceives + receives;
    }
}

package io.vaportrail.sqs.store;

import org.jspecify.annotations.Nullable;

/**
 * A message as plain data.
 *
 * @param queueName the queue that it is in
 * @param sequence its place in the order of arrival
 * @param messageId its MessageId
 * @param content what the sender put in
 * @param senderId who sent it
 * @param sentMillis when, epoch milliseconds
 * @param sequenceNumber 20 digits on a FIFO queue, else {@code null}
 * @param deadLetterSourceArn whence it came to this dead-letter queue, or {@code null}
 * @param earlierReceives receives in other queues
 * @param receives receives from this queue
 * @param firstReceivedMillis epoch milliseconds, 0 before the first
 * @param lastReceivedMillis epoch milliseconds, 0 before the first
 * @param inFlight whether it was received and has not timed out
 * @param visibleAtMillis when it becomes visible; 0 when it is
 */
public record MessageRecord(
        String queueName,
        long sequence,
        String messageId,
        MessageContent content,
        String senderId,
        long sentMillis,
        @Nullable String sequenceNumber,
        @Nullable String deadLetterSourceArn,
        int earlierReceives,
        int receives,
        long firstReceivedMillis,
        long lastReceivedMillis,
        boolean inFlight,
        long visibleAtMillis) {

    static MessageRecord of(String queueName, Message message) {
        return new MessageRecord(
                queueName,
                message.sequence,
                message.messageId(),
                message.content(),
                message.senderId(),
                message.sentMillis,
                message.sequenceNumber(),
                message.deadLetterSourceArn(),
                message.earlierReceives,
                message.receives,
                message.firstReceivedMillis,
                message.lastReceivedMillis,
                message.state == Message.State.IN_FLIGHT,
                message.state == Message.State.VISIBLE ? 0 : message.visibleAt);
    }
}

package io.vaportrail.sqs.message;

import io.vaportrail.model.sqs.MessageSystemAttributeName;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.store.Message;
import io.vaportrail.sqs.store.MessageContent;
import io.vaportrail.sqs.store.MessageRecord;
import io.vaportrail.sqs.store.Received;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that SQS itself gives to a message.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">MessageSystemAttributeNames</a>
 */
final class SystemAttributes {
    /** What All means. */
    static final List<String> ALL = List.of(
            MessageSystemAttributeName.SENDER_ID,
            MessageSystemAttributeName.SENT_TIMESTAMP,
            MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
            MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
            MessageSystemAttributeName.SEQUENCE_NUMBER,
            MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID,
            MessageSystemAttributeName.MESSAGE_GROUP_ID,
            MessageSystemAttributeName.AWS_TRACE_HEADER,
            MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN);

    private SystemAttributes() {}

    /** The value, or {@code null} where the message has none; timestamps are epoch milliseconds. */
    static @Nullable String value(Received received, String name) {
        Message message = received.message();
        return switch (name) {
            case MessageSystemAttributeName.SENDER_ID -> message.senderId();
            case MessageSystemAttributeName.SENT_TIMESTAMP -> Long.toString(message.sentMillis());
            case MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT -> Integer.toString(received.receiveCount());
            case MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP ->
                Long.toString(received.firstReceivedMillis());
            case MessageSystemAttributeName.SEQUENCE_NUMBER -> message.sequenceNumber();
            case MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN -> message.deadLetterSourceArn();
            default -> value(message.content(), name);
        };
    }

    /** The same of a message that was only looked at. */
    static @Nullable String value(MessageRecord record, String name) {
        return switch (name) {
            case MessageSystemAttributeName.SENDER_ID -> record.senderId();
            case MessageSystemAttributeName.SENT_TIMESTAMP -> Long.toString(record.sentMillis());
            case MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT ->
                Integer.toString(record.earlierReceives() + record.receives());
            case MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP ->
                Long.toString(record.firstReceivedMillis());
            case MessageSystemAttributeName.SEQUENCE_NUMBER -> record.sequenceNumber();
            case MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN -> record.deadLetterSourceArn();
            default -> value(record.content(), name);
        };
    }

    private static @Nullable String value(MessageContent content, String name) {
        return switch (name) {
            case MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID -> content.deduplicationId();
            case MessageSystemAttributeName.MESSAGE_GROUP_ID -> content.groupId();
            case MessageSystemAttributeName.AWS_TRACE_HEADER -> content.traceHeader();
            default -> throw SqsErrors.unknownAttribute(name);
        };
    }
}

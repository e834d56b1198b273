package io.vaportrail.sqs.message;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.MessageContent;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.Sent;

/**
 * SendMessage: puts a message into a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
public final class SendMessage implements Handler<SendMessageRequest, SendMessageResult> {
    private final QueueFinder finder;

    /** The operation. */
    public SendMessage(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public SendMessageResult handle(SendMessageRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        OutgoingMessage message = OutgoingMessage.of(input);
        if (queue.isFifo()) {
            checkFifo(message, queue);
        }
        int maximum = queue.attributes().maximumMessageSize();
        if (message.bytes() > maximum) {
            throw SqsErrors.invalidParameterValue(
                    "One or more parameters are invalid. Reason: Message must be shorter than " + maximum + " bytes.");
        }
        MessageContent content = message.checked(queue, call.origin().traceHeader());
        Sent sent = queue.send(content, Senders.delay(queue, message), Senders.id(call));
        queue.metrics().sent(message.bytes());
        return SendMessageResult.builder()
                .md5OfMessageBody(content.md5OfBody())
                .md5OfMessageAttributes(content.md5OfAttributes())
                .md5OfMessageSystemAttributes(content.md5OfSystemAttributes())
                .messageId(sent.messageId())
                .sequenceNumber(sent.sequenceNumber())
                .build();
    }

    private static void checkFifo(OutgoingMessage message, Queue queue) {
        if (message.groupId() == null) {
            throw SqsErrors.missingParameter("MessageGroupId");
        }
        if (!message.hasDeduplication(queue)) {
            throw SqsErrors.missingDeduplication();
        }
    }
}

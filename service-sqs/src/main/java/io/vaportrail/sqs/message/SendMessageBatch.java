package io.vaportrail.sqs.message;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sqs.SendMessageBatchRequest;
import io.vaportrail.model.sqs.SendMessageBatchRequestEntry;
import io.vaportrail.model.sqs.SendMessageBatchResult;
import io.vaportrail.model.sqs.SendMessageBatchResultEntry;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import io.vaportrail.sqs.address.QueueFinder;
import io.vaportrail.sqs.store.MessageContent;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.Sent;
import java.util.ArrayList;
import java.util.List;

/**
 * SendMessageBatch: puts up to ten messages into a queue, in their order.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">SendMessageBatch</a>
 */
public final class SendMessageBatch implements Handler<SendMessageBatchRequest, SendMessageBatchResult> {
    private final QueueFinder finder;

    /** The operation. */
    public SendMessageBatch(QueueFinder finder) {
        this.finder = finder;
    }

    @Override
    public SendMessageBatchResult handle(SendMessageBatchRequest input, Call call) {
        Queue queue = finder.find(input.queueUrl(), call);
        List<SendMessageBatchRequestEntry> entries = input.entries();
        Batch.check(entries, "SendMessageBatchRequestEntry", SendMessageBatchRequestEntry::id);
        List<OutgoingMessage> messages = new ArrayList<>(entries.size());
        long bytes = 0;
        for (SendMessageBatchRequestEntry entry : entries) {
            OutgoingMessage message = OutgoingMessage.of(entry);
            messages.add(message);
            bytes += message.bytes();
        }
        if (bytes > SqsLimits.BATCH_BYTES) {
            throw SqsErrors.batchRequestTooLong(bytes);
        }
        if (queue.isFifo()) {
            messages.forEach(message -> checkFifo(message, queue));
        }
        Batch<SendMessageBatchResultEntry> batch = new Batch<>();
        for (int i = 0; i < entries.size(); i++) {
            String id = entries.get(i).id();
            OutgoingMessage message = messages.get(i);
            batch.run(id, () -> send(id, message, queue, call));
        }
        return result(batch);
    }

    /** One message that a FIFO queue cannot place fails the whole batch, and not as a missing parameter. */
    private static void checkFifo(OutgoingMessage message, Queue queue) {
        if (message.groupId() == null) {
            throw SqsErrors.invalidParameterValue("The request must contain the parameter MessageGroupId.");
        }
        if (!message.hasDeduplication(queue)) {
            throw SqsErrors.missingDeduplication();
        }
    }

    private static SendMessageBatchResultEntry send(String id, OutgoingMessage message, Queue queue, Call call) {
        int maximum = queue.attributes().maximumMessageSize();
        if (message.bytes() > maximum) {
            throw SqsErrors.invalidParameterValue("One or more parameters cannot be validated."
                    + " Reason: Message must be shorter than " + maximum + " bytes.");
        }
        MessageContent content = message.checked(queue, call.origin().traceHeader());
        Sent sent = queue.send(content, Senders.delay(queue, message), Senders.id(call));
        queue.metrics().sent(message.bytes());
        return SendMessageBatchResultEntry.builder()
                .id(id)
                .messageId(sent.messageId())
                .md5OfMessageBody(content.md5OfBody())
                .md5OfMessageAttributes(content.md5OfAttributes())
                .md5OfMessageSystemAttributes(content.md5OfSystemAttributes())
                .sequenceNumber(sent.sequenceNumber())
                .build();
    }

    private static SendMessageBatchResult result(Batch<SendMessageBatchResultEntry> batch) {
        SendMessageBatchResult.Builder result = SendMessageBatchResult.builder();
        if (!batch.successful.isEmpty()) {
            result.successful(batch.successful);
        }
        return batch.failed.isEmpty()
                ? result.build()
                : result.failed(batch.failed).build();
    }
}

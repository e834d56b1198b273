package io.vaportrail.sns.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.model.sns.MessageAttributeValue;
import io.vaportrail.model.sqs.MessageSystemAttributeValue;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.sns.store.SnsArn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Puts messages into queues, as {@code sns.amazonaws.com} for the topic: the queue's policy decides. */
final class QueueSender {
    private static final String PRINCIPAL = "sns.amazonaws.com";

    private final InternalCalls calls;

    QueueSender(InternalCalls calls) {
        this.calls = calls;
    }

    /**
     * Sends.
     *
     * @param body the text, wrapped or not
     * @param raw whether the text is not wrapped: then the message keeps its attributes
     * @return what completes with the queue's message id or fails with its answer
     */
    CompletionStage<String> send(SnsArn queue, String body, boolean raw, Notification notification) {
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .queueUrl("https://sqs." + queue.region() + ".amazonaws.com/" + queue.accountId() + "/"
                        + queue.resource())
                .messageBody(body);
        if (raw && !notification.content().attributes().isEmpty()) {
            request.messageAttributes(converted(notification.content().attributes()));
        }
        boolean fifoTopic = notification.sequenceNumber() != null;
        if (queue.isFifo() || !fifoTopic) {
            request.messageGroupId(notification.content().groupId());
        }
        if (queue.isFifo()) {
            request.messageDeduplicationId(
                    notification.replayed()
                            ? notification.call().requestId() + notification.messageId()
                            : notification.deduplicationId());
        }
        String trace = notification.traceHeader();
        if (trace != null) {
            request.messageSystemAttributes(Map.of(
                    "AWSTraceHeader",
                    MessageSystemAttributeValue.builder()
                            .dataType("String")
                            .stringValue(trace)
                            .build()));
        }
        Caller caller = Caller.service(PRINCIPAL, notification.topic().accountId(), notification.topicArn());
        return calls.call(SqsService.SEND_MESSAGE, request.build(), caller, queue.region(), notification.call())
                .thenApply(answer -> String.valueOf(answer.messageId()));
    }

    private static Map<String, io.vaportrail.model.sqs.MessageAttributeValue> converted(
            Map<String, MessageAttributeValue> attributes) {
        Map<String, io.vaportrail.model.sqs.MessageAttributeValue> converted = new LinkedHashMap<>();
        attributes.forEach((name, value) -> converted.put(
                name,
                io.vaportrail.model.sqs.MessageAttributeValue.builder()
                        .dataType(value.dataType())
                        .stringValue(value.stringValue())
                        .binaryValue(value.binaryValue())
                        .build()));
        return converted;
    }
}

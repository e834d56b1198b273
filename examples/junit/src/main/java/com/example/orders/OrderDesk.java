package com.example.orders;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes orders and works them off. */
public final class OrderDesk {
    private final SqsClient sqs;
    private final String queueUrl;

    public OrderDesk(SqsClient sqs, String queueName) {
        this.sqs = sqs;
        this.queueUrl = sqs.getQueueUrl(r -> r.queueName(queueName)).queueUrl();
    }

    public void order(String what) {
        sqs.sendMessage(r -> r.queueUrl(queueUrl).messageBody(what));
    }

    /** Works off one order, and says what it was. */
    public String work() {
        List<Message> messages = sqs.receiveMessage(r -> r.queueUrl(queueUrl)).messages();
        if (messages.isEmpty()) {
            return "nothing to do";
        }
        Message message = messages.get(0);
        sqs.deleteMessage(r -> r.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        return message.body();
    }
}

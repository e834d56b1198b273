package com.example.orders;

import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes orders. */
@ApplicationScoped
public class Orders {
    private final SqsClient sqs;

    Orders(SqsClient sqs) {
        this.sqs = sqs;
    }

    void order(String what) {
        String queue = sqs.createQueue(r -> r.queueName("OrderQueue")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(queue).messageBody(what));
    }

    /** The next one. */
    String next() {
        String queue = sqs.getQueueUrl(r -> r.queueName("OrderQueue")).queueUrl();
        Message message = sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(20)).messages().get(0);
        sqs.deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()));
        return message.body();
    }
}

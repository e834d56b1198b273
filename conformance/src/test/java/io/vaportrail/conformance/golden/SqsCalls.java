package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What is done with queues and messages. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class SqsCalls {
    private SqsCalls() {}

    static void queues(GoldenWorld world) {
        SqsClient sqs = world.sqs("sarah@" + ACCOUNT);
        String url = sqs.createQueue(r -> r.queueName("orders")
                        .attributesWithStrings(Map.of("VisibilityTimeout", "45"))
                        .tags(Map.of("Cost Center", "shop")))
                .queueUrl();
        String dead = sqs.createQueue(r -> r.queueName("orders-dead")).queueUrl();
        String deadArn = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":orders-dead";
        sqs.setQueueAttributes(r -> r.queueUrl(url)
                .attributesWithStrings(Map.of(
                        "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + deadArn + "\",\"maxReceiveCount\":\"3\"}")));
        sqs.addPermission(r -> r.queueUrl(url)
                .label("friends")
                .awsAccountIds(GoldenWorld.OTHER_ACCOUNT)
                .actions("SendMessage"));
        sqs.removePermission(r -> r.queueUrl(url).label("friends"));
        sqs.tagQueue(r -> r.queueUrl(url).tags(Map.of("Team", "billing")));
        sqs.untagQueue(r -> r.queueUrl(url).tagKeys("Team"));
        sqs.listQueueTags(r -> r.queueUrl(url));
        sqs.getQueueUrl(r -> r.queueName("orders"));
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("All"));
        sqs.listQueues(r -> r.queueNamePrefix("ord").maxResults(10));
        sqs.listDeadLetterSourceQueues(r -> r.queueUrl(dead));
        sqs.startMessageMoveTask(r -> r.sourceArn(deadArn));
        sqs.listMessageMoveTasks(r -> r.sourceArn(deadArn));
        sqs.purgeQueue(r -> r.queueUrl(url));
        sqs.deleteQueue(r -> r.queueUrl(url));
        AwsError.of(() -> sqs.purgeQueue(r -> r.queueUrl(url)));
        AwsError.of(() -> sqs.getQueueUrl(r -> r.queueName("orders")));
        AwsError.of(() -> sqs.createQueue(r -> r.queueName("no such name")));
        AwsError.of(() -> sqs.cancelMessageMoveTask(r -> r.taskHandle("none")));
    }

    static void messages(GoldenWorld world) {
        SqsClient sqs = world.sqs("app@" + ACCOUNT);
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        String fifo = sqs.createQueue(
                        r -> r.queueName("orders.fifo").attributesWithStrings(Map.of("FifoQueue", "true")))
                .queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("two espressi")
                .delaySeconds(0)
                .messageAttributes(Map.of(
                        "Table",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("seven")
                                .build(),
                        "Picture",
                        MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromUtf8String("png"))
                                .build())));
        sqs.sendMessage(r ->
                r.queueUrl(fifo).messageBody("one tea").messageGroupId("g1").messageDeduplicationId("d1"));
        sqs.sendMessageBatch(r -> r.queueUrl(url)
                .entries(e -> e.id("a").messageBody("first"), e -> e.id("b").messageBody("second")));
        String handle = sqs.receiveMessage(
                        r -> r.queueUrl(url).maxNumberOfMessages(1).messageAttributeNames("All"))
                .messages()
                .get(0)
                .receiptHandle();
        sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(60));
        sqs.changeMessageVisibilityBatch(r ->
                r.queueUrl(url).entries(e -> e.id("a").receiptHandle(handle).visibilityTimeout(30)));
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
        sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(e -> e.id("a").receiptHandle(handle)));
        AwsError.of(() -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("")));
        AwsError.of(() -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle("none")));
        AwsError.of(() -> sqs.sendMessage(r -> r.queueUrl(url + "-gone").messageBody("lost")));
    }
}

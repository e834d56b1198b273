package io.vaportrail.conformance.sqs;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that lack what their operation requires. */
class MissingParameterTest extends SqsTest {
    @Test
    void wantsAQueue() {
        String url = "The request must contain the parameter QueueUrl.";

        assertMissing(url, () -> sqs.sendMessage(r -> r.messageBody("x")));
        assertMissing(url, () -> sqs.receiveMessage(r -> r.maxNumberOfMessages(1)));
        assertMissing(url, () -> sqs.deleteMessage(r -> r.receiptHandle("x")));
        assertMissing(
                url, () -> sqs.changeMessageVisibility(r -> r.receiptHandle("x").visibilityTimeout(1)));
        assertMissing(url, () -> sqs.getQueueAttributes(r -> r.attributeNamesWithStrings("All")));
        assertMissing(url, () -> sqs.setQueueAttributes(r -> r.attributesWithStrings(Map.of("DelaySeconds", "1"))));
        assertMissing(url, () -> sqs.purgeQueue(r -> {}));
        assertMissing(url, () -> sqs.deleteQueue(r -> {}));
        assertMissing(url, () -> sqs.listQueueTags(r -> {}));
        assertMissing(url, () -> sqs.tagQueue(r -> r.tags(Map.of("a", "b"))));
        assertMissing(url, () -> sqs.untagQueue(r -> r.tagKeys("a")));
        assertMissing(url, () -> sqs.removePermission(r -> r.label("a")));
        assertMissing(url, () -> sqs.listDeadLetterSourceQueues(r -> {}));
    }

    @Test
    void wantsTheRest() {
        String url = create("orders");

        assertMissing(
                "The request must contain the parameter MessageBody.", () -> sqs.sendMessage(r -> r.queueUrl(url)));
        assertMissing("The request must contain the parameter QueueName.", () -> sqs.getQueueUrl(r -> {}));
        assertMissing(
                "The request must contain the parameter Label.", () -> sqs.removePermission(r -> r.queueUrl(url)));
        assertMissing("The request must contain the parameter SourceArn.", () -> sqs.startMessageMoveTask(r -> {}));
        assertMissing("The request must contain the parameter TaskHandle.", () -> sqs.cancelMessageMoveTask(r -> {}));
        assertMissing("The request must contain the parameter SourceArn.", () -> sqs.listMessageMoveTasks(r -> {}));
    }

    private static void assertMissing(String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertRefused("MissingParameter", 400, message, call);
    }
}

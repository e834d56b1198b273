package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CreateQueue and what it answers when the queue is there already.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>
 */
class CreateQueueTest extends SqsTest {
    @Test
    void answersAnAddressOnThisServer() {
        assertThat(create("orders")).isEqualTo(emulator.endpoint() + "/" + ACCOUNT + "/orders");
    }

    @Test
    void answersTheSameAddressForTheSameQueue() {
        String url = create("orders", Map.of("VisibilityTimeout", "44", "DelaySeconds", "3"));

        assertThat(create("orders", Map.of("VisibilityTimeout", "44", "DelaySeconds", "3")))
                .isEqualTo(url);
        assertThat(create("orders", Map.of("DelaySeconds", "3"))).isEqualTo(url);
        assertThat(create("orders")).isEqualTo(url);
        assertThat(attributes(url)).containsEntry("VisibilityTimeout", "44").containsEntry("DelaySeconds", "3");
    }

    @Test
    void comparesWithWhatTheQueueHasNow() {
        String url = create("orders", Map.of("VisibilityTimeout", "44"));
        set(url, "VisibilityTimeout", "45");

        assertThat(create("orders", Map.of("VisibilityTimeout", "45"))).isEqualTo(url);
        assertAlreadyExists("VisibilityTimeout", () -> create("orders", Map.of("VisibilityTimeout", "44")));
    }

    @ParameterizedTest
    @CsvSource({
        "DelaySeconds, 1",
        "MaximumMessageSize, 2048",
        "MessageRetentionPeriod, 600",
        "ReceiveMessageWaitTimeSeconds, 1",
        "VisibilityTimeout, 29"
    })
    void refusesAnotherValueThanTheQueueHas(String attribute, String value) {
        String url = create("orders");

        assertAlreadyExists(attribute, () -> create("orders", Map.of(attribute, value)));
        assertThat(attributes(url)).doesNotContainEntry(attribute, value);
    }

    @Test
    void refusesAnotherValueForAFifoQueue() {
        createFifo("orders.fifo", Map.of("ContentBasedDeduplication", "false"));

        assertAlreadyExists(
                "ContentBasedDeduplication",
                () -> createFifo("orders.fifo", Map.of("ContentBasedDeduplication", "true")));
    }

    @Test
    void keepsTagsGivenWithTheQueue() {
        String url = sqs.createQueue(r -> r.queueName("orders").tags(Map.of("team", "billing", "stage", "test")))
                .queueUrl();

        assertThat(sqs.listQueueTags(r -> r.queueUrl(url)).tags())
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "billing", "stage", "test"));
    }

    @Test
    void separatesRegions() {
        create("orders");
        String elsewhere = emulator.clients()
                .sqs(protocol, "app", "eu-central-1")
                .createQueue(r -> r.queueName("orders").attributesWithStrings(Map.of("DelaySeconds", "9")))
                .queueUrl();

        assertThat(emulator.clients()
                        .sqs(protocol, "app", "eu-central-1")
                        .getQueueAttributes(
                                r -> r.queueUrl(elsewhere).attributeNamesWithStrings("QueueArn", "DelaySeconds"))
                        .attributesAsStrings())
                .containsEntry("QueueArn", "arn:aws:sqs:eu-central-1:" + ACCOUNT + ":orders")
                .containsEntry("DelaySeconds", "9");
        assertThat(attributes(create("orders"))).containsEntry("DelaySeconds", "0");
    }

    @Test
    void separatesAccounts() {
        create("orders");
        String theirs =
                as("999988887777").createQueue(r -> r.queueName("orders")).queueUrl();

        assertThat(theirs).endsWith("/999988887777/orders");
        assertThat(as("999988887777").listQueues().queueUrls()).containsExactly(theirs);
        assertThat(sqs.listQueues().queueUrls()).hasSize(1).doesNotContain(theirs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FifoQueue", "ContentBasedDeduplication"})
    void refusesAttributesOfFifoQueuesOnAStandardQueue(String attribute) {
        assertRefused(
                "InvalidAttributeName",
                400,
                "Unknown Attribute " + attribute + ".",
                () -> create("orders", Map.of(attribute, "false")));
    }

    @ParameterizedTest
    @CsvSource({"DeduplicationScope, queue", "FifoThroughputLimit, perQueue"})
    void refusesAttributesOfHighThroughputOnAStandardQueue(String attribute, String value) {
        assertRefused(
                "InvalidAttributeName",
                400,
                "You can specify the " + attribute + " only when FifoQueue is set to true.",
                () -> create("orders", Map.of(attribute, value)));
    }

    @Test
    void createsNothingWhenItRefuses() {
        assertRefused("InvalidAttributeValue", 400, () -> create("orders", Map.of("DelaySeconds", "901")));

        assertThat(sqs.listQueues().queueUrls()).isEmpty();
    }

    private static void assertAlreadyExists(
            String attribute, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertRefused(
                "QueueAlreadyExists",
                400,
                "A queue already exists with the same name and a different value for attribute " + attribute,
                call);
    }
}

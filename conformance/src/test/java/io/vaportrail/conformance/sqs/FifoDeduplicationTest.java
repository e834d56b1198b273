package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * FIFO queues: a message sent twice within five minutes is there once; what a send must say; high throughput.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html">
 *     Exactly-once processing</a>
 */
class FifoDeduplicationTest extends SqsTest {
    private static final String NO_DEDUPLICATION_ID =
            "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly";

    @Test
    void keepsOneOfTwoMessagesWithOneId() {
        String url = createFifo("orders.fifo", Map.of());

        SendMessageResponse first = sendWithId(url, "g", "d-1", "first");
        SendMessageResponse second = sendWithId(url, "g", "d-1", "second");

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber());
        assertThat(receiveBodies(url)).containsExactly("first");
    }

    @Test
    void remembersAnIdForFiveMinutesEvenWhenItsMessageIsGone() {
        String url = createFifo("orders.fifo", Map.of());
        sendWithId(url, "g", "d-1", "first");
        delete(url, receiveOne(url));

        emulator.advanceSeconds(299);
        sendWithId(url, "g", "d-1", "too soon");
        assertThat(receive(url)).isEmpty();

        emulator.advanceSeconds(2);
        sendWithId(url, "g", "d-1", "again");
        assertThat(receiveBodies(url)).containsExactly("again");
    }

    @Test
    void countsTheFiveMinutesFromTheFirstSend() {
        String url = createFifo("orders.fifo", Map.of());
        sendWithId(url, "g", "d-1", "first");
        emulator.advanceSeconds(200);
        sendWithId(url, "g", "d-1", "a duplicate does not prolong it");

        emulator.advanceSeconds(101);
        sendWithId(url, "g", "d-1", "second");

        assertThat(receiveBodies(url)).containsExactly("first", "second");
    }

    @Test
    void tellsBodiesApartByContent() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "g", "same");
        sendToGroup(url, "g", "same");
        sendToGroup(url, "g", "other");

        assertThat(receiveBodies(url)).containsExactly("same", "other");
    }

    @Test
    void takesTheDigestOfTheBodyForAnIdButNotOfAttributes() {
        String url = createFifo("orders.fifo");
        sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("latte")
                .messageGroupId("g")
                .messageAttributes(Map.of("size", MessageAttributesTest.string("small"))));
        sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("latte")
                .messageGroupId("g")
                .messageAttributes(Map.of("size", MessageAttributesTest.string("large"))));

        List<Message> messages =
                receive(url, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID));

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).attributes().get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID))
                .isEqualTo("201c8cbbff58fbfa7cc259eb37e08f7eb8eaf5d2b2fa50046bd44fc4dd7eff2f");
    }

    @Test
    void prefersTheGivenIdToTheContent() {
        String url = createFifo("orders.fifo");
        sendWithId(url, "g", "d-1", "same");
        sendWithId(url, "g", "d-2", "same");

        assertThat(receiveBodies(url)).containsExactly("same", "same");
    }

    @Test
    void looksAtTheWholeQueueUnlessToldOtherwise() {
        String url = createFifo("orders.fifo", Map.of());
        sendWithId(url, "a", "d-1", "first");
        sendWithId(url, "b", "d-1", "in another group");

        assertThat(receiveBodies(url)).containsExactly("first");
    }

    @Test
    void looksAtTheGroupAloneWhenToldSo() {
        String url = createFifo(
                "orders.fifo",
                Map.of("DeduplicationScope", "messageGroup", "FifoThroughputLimit", "perMessageGroupId"));
        sendWithId(url, "a", "d-1", "first");
        sendWithId(url, "b", "d-1", "in another group");
        sendWithId(url, "a", "d-1", "a duplicate");

        assertThat(receiveBodies(url)).containsExactlyInAnyOrder("first", "in another group");
    }

    @Test
    void takesTheScopeOfGroupsWithTheContentToo() {
        String url = createFifo(
                "orders.fifo", Map.of("ContentBasedDeduplication", "true", "DeduplicationScope", "messageGroup"));
        sendToGroup(url, "a", "same");
        sendToGroup(url, "b", "same");
        sendToGroup(url, "a", "same");

        assertThat(receive(url)).hasSize(2);
    }

    @Test
    void keepsOneOfTwoEntriesWithOneId() {
        String url = createFifo("orders.fifo", Map.of());

        SendMessageBatchResponse answer = sqs.sendMessageBatch(r -> r.queueUrl(url)
                .entries(entry("one", "g", "d-1"), entry("two", "g", "d-1"), entry("three", "g", "d-2")));

        assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("one", "two", "three");
        assertThat(answer.successful().get(1).messageId())
                .isEqualTo(answer.successful().get(0).messageId());
        assertThat(receiveBodies(url)).containsExactly("one", "three");
    }

    @Test
    void wantsAGroup() {
        String url = createFifo("orders.fifo", Map.of());

        assertRefused(
                "MissingParameter",
                400,
                "The request must contain the parameter MessageGroupId.",
                () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x").messageDeduplicationId("d-1")));
        assertInvalidParameter(
                "The request must contain the parameter MessageGroupId.",
                () -> sqs.sendMessageBatch(
                        r -> r.queueUrl(url).entries(entry("fine", "g", "d-1"), entry("not", null, "d-2"))));
        assertThat(counts(url).visible()).isZero();
    }

    @Test
    void wantsAnIdUnlessItTakesTheContent() {
        String url = createFifo("orders.fifo", Map.of("ContentBasedDeduplication", "false"));

        assertInvalidParameter(NO_DEDUPLICATION_ID, () -> sendToGroup(url, "g", "x"));
        assertInvalidParameter(
                NO_DEDUPLICATION_ID,
                () -> sqs.sendMessageBatch(
                        r -> r.queueUrl(url).entries(entry("fine", "g", "d-1"), entry("not", "g", null))));
        assertThat(counts(url).visible()).isZero();

        set(url, "ContentBasedDeduplication", "true");
        sendToGroup(url, "g", "x");
        assertThat(receiveBodies(url)).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order 1", "bestellung-ü", "line\nfeed"})
    void refusesIdsOfOtherCharacters(String id) {
        String url = createFifo("orders.fifo", Map.of());

        assertInvalidParameter(invalid("MessageDeduplicationId", id), () -> sendWithId(url, "g", id, "x"));
        assertInvalidParameter(invalid("MessageGroupId", id), () -> sendWithId(url, id, "d-1", "x"));
    }

    @Test
    void takesIdsUpTo128Characters() {
        String url = createFifo("orders.fifo", Map.of());
        String longest = "~".repeat(128);
        String tooLong = "~".repeat(129);

        sendWithId(url, longest, longest, "x");
        assertInvalidParameter(invalid("MessageDeduplicationId", tooLong), () -> sendWithId(url, "g", tooLong, "x"));
        assertInvalidParameter(invalid("MessageGroupId", tooLong), () -> sendWithId(url, tooLong, "d-1", "x"));
    }

    @ParameterizedTest
    @CsvSource({"DeduplicationScope, message", "FifoThroughputLimit, perGroup", "ContentBasedDeduplication, perhaps"})
    void refusesOtherValues(String attribute, String value) {
        String url = createFifo("orders.fifo");

        assertRefused("InvalidAttributeValue", 400, () -> createFifo("others.fifo", Map.of(attribute, value)));
        assertRefused("InvalidAttributeValue", 400, () -> set(url, attribute, value));
    }

    @Test
    void wantsTheScopeOfGroupsForTheThroughputOfGroups() {
        assertRefused(
                "InvalidAttributeValue",
                400,
                () -> createFifo(
                        "orders.fifo",
                        Map.of("DeduplicationScope", "queue", "FifoThroughputLimit", "perMessageGroupId")));
        assertRefused(
                "InvalidAttributeValue",
                400,
                () -> createFifo("orders.fifo", Map.of("FifoThroughputLimit", "perMessageGroupId")));
    }

    @Test
    void switchesToHighThroughput() {
        String url = createFifo("orders.fifo");

        sqs.setQueueAttributes(r -> r.queueUrl(url)
                .attributesWithStrings(
                        Map.of("DeduplicationScope", "messageGroup", "FifoThroughputLimit", "perMessageGroupId")));

        assertThat(attributes(url))
                .containsEntry("DeduplicationScope", "messageGroup")
                .containsEntry("FifoThroughputLimit", "perMessageGroupId");
    }

    private static String invalid(String parameter, String value) {
        return "Value " + value + " for parameter " + parameter + " is invalid. Reason: " + parameter
                + " can only include alphanumeric and punctuation characters. 1 to 128 in length.";
    }

    private SendMessageResponse sendWithId(String url, String group, String id, String body) {
        return sqs.sendMessage(
                r -> r.queueUrl(url).messageBody(body).messageGroupId(group).messageDeduplicationId(id));
    }

    private static SendMessageBatchRequestEntry entry(
            String id,
            @org.jspecify.annotations.Nullable String group,
            @org.jspecify.annotations.Nullable String dedup) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(id)
                .messageGroupId(group)
                .messageDeduplicationId(dedup)
                .build();
    }
}

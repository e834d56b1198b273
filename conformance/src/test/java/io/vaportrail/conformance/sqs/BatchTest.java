package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * SendMessageBatch, DeleteMessageBatch and ChangeMessageVisibilityBatch: what is refused as a whole and what fails alone.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html">
 *     SendMessageBatch</a>
 */
class BatchTest extends SqsTest {
    private static final String INVALID_ID =
            "A batch entry id can only contain alphanumeric characters, hyphens and underscores."
                    + " It can be at most 80 letters long.";

    @Test
    void sendsTen() {
        String url = create("orders");

        SendMessageBatchResponse answer = sendBatch(url, entries(10));

        assertThat(answer.failed()).isEmpty();
        assertThat(answer.successful()).extracting(e -> e.id()).containsExactlyElementsOf(numbered("id-", 10));
        assertThat(answer.successful()).extracting(e -> e.messageId()).doesNotHaveDuplicates();
        assertThat(answer.successful().get(3).md5OfMessageBody()).isEqualTo("fcd833cf4fa23db062ea04a99de1f6f1");
        assertThat(receiveBodies(url)).containsExactlyInAnyOrderElementsOf(numbered("body-", 10));
    }

    @Test
    void refusesElevenOfEachKind() {
        String url = create("orders");
        String wording = "Maximum number of entries per request are 10. You have sent 11.";

        for (Runnable call : List.<Runnable>of(
                () -> sendBatch(url, entries(11)),
                () -> deleteBatch(url, handles(11)),
                () -> changeBatch(
                        url,
                        IntStream.range(0, 11)
                                .mapToObj(i -> change("id-" + i, "h", 1))
                                .toList()))) {
            assertRefused("AWS.SimpleQueueService.TooManyEntriesInBatchRequest", 400, wording, call::run);
        }
        assertThat(counts(url).visible()).isZero();
    }

    @Test
    void refusesNone() {
        String url = create("orders");

        for (Runnable call : List.<Runnable>of(
                () -> sendBatch(url, List.of()),
                () -> deleteBatch(url, List.of()),
                () -> changeBatch(url, List.of()))) {
            assertRefused("AWS.SimpleQueueService.EmptyBatchRequest", 400, call::run);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a b", "a.b", "ä"})
    void refusesIdsOfOtherCharacters(String id) {
        assertInvalidId(id);
    }

    @Test
    void takesIdsUpToEightyCharacters() {
        String url = create("orders");

        assertThat(sendBatch(url, List.of(entry("Id_9-" + "i".repeat(75), "x"))).successful())
                .hasSize(1);
        assertInvalidId("i".repeat(81));
    }

    @Test
    void refusesAnIdThatComesTwice() {
        String url = create("orders");

        assertRefused(
                "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
                400,
                "Id twin repeated.",
                () -> sendBatch(url, List.of(entry("one", "a"), entry("twin", "b"), entry("twin", "c"))));
        assertRefused(
                "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
                400,
                () -> deleteBatch(url, List.of(delete("twin", "h"), delete("twin", "i"))));
        assertRefused(
                "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
                400,
                () -> changeBatch(url, List.of(change("twin", "h", 1), change("twin", "i", 1))));
        assertThat(counts(url).visible()).isZero();
    }

    @Test
    void takesOneMebibyteInAll() {
        String url = create("orders");
        int tenth = 104_857;

        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            entries.add(entry("id-" + i, "x".repeat(tenth)));
        }
        entries.add(entry("last", "x".repeat(tenth + 6)));
        assertThat(sendBatch(url, entries).successful()).hasSize(10);

        entries.set(9, entry("last", "x".repeat(tenth + 7)));
        assertRefused(
                "AWS.SimpleQueueService.BatchRequestTooLong",
                400,
                "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.",
                () -> sendBatch(url, entries));
        assertThat(counts(url).visible()).isEqualTo(10);
    }

    @Test
    void countsAttributesAmongTheBytesOfTheBatch() {
        String url = create("orders");
        String half = "x".repeat(524_288);

        // "k" + "String" + "x" are 8 bytes.
        SendMessageBatchRequestEntry attributed = entry("attributed", half.substring(8)).toBuilder()
                .messageAttributes(Map.of("k", MessageAttributesTest.string("x")))
                .build();
        assertThat(sendBatch(url, List.of(entry("plain", half), attributed)).successful())
                .hasSize(2);
        assertRefused(
                "AWS.SimpleQueueService.BatchRequestTooLong",
                400,
                "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.",
                () -> sendBatch(url, List.of(entry("plain", half + "x"), attributed)));
    }

    @Test
    void failsOnlyTheEntriesThatAreTooLong() {
        String url = create("orders", Map.of("MaximumMessageSize", "1024"));

        SendMessageBatchResponse answer =
                sendBatch(url, List.of(entry("fits", "x".repeat(1024)), entry("not", "x".repeat(1025))));

        assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("fits");
        assertThat(answer.failed())
                .containsExactly(BatchResultErrorEntry.builder()
                        .id("not")
                        .code("InvalidParameterValue")
                        .message("One or more parameters cannot be validated."
                                + " Reason: Message must be shorter than 1024 bytes.")
                        .senderFault(true)
                        .build());
    }

    @Test
    void takesMoreInAllThanTheQueueTakesInOneMessage() {
        String url = create("orders", Map.of("MaximumMessageSize", "2048"));

        // "k" + "String" + "x" are 8 bytes.
        SendMessageBatchRequestEntry full = entry("full", "x".repeat(2040)).toBuilder()
                .messageAttributes(Map.of("k", MessageAttributesTest.string("x")))
                .build();
        assertThat(sendBatch(url, List.of(full, entry("more", "y"))).successful())
                .hasSize(2);
    }

    @Test
    void failsOnlyTheEntriesThatHaveAFault() {
        String url = create("orders");

        SendMessageBatchResponse answer = sendBatch(
                url,
                List.of(
                        entry("good", "fine"),
                        entry("bell", "ding \u0007"),
                        entry("late", "too late").toBuilder().delaySeconds(901).build(),
                        entry("group", "grouped").toBuilder()
                                .messageGroupId("a b")
                                .build(),
                        entry("attribute", "attributed").toBuilder()
                                .messageAttributes(Map.of("AWS.x", MessageAttributesTest.string("v")))
                                .build()));

        assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("good");
        assertThat(answer.failed())
                .extracting(e -> e.id())
                .containsExactlyInAnyOrder("bell", "late", "group", "attribute");
        assertThat(answer.failed()).allSatisfy(e -> {
            assertThat(e.senderFault()).isTrue();
            assertThat(e.message()).isNotBlank();
            assertThat(e.code()).isEqualTo(e.id().equals("bell") ? "InvalidMessageContents" : "InvalidParameterValue");
        });
        assertThat(receiveBodies(url)).containsExactly("fine");
    }

    @Test
    void delaysEachEntryByItsOwnTimer() {
        String url = create("orders", Map.of("DelaySeconds", "10"));
        sendBatch(
                url,
                List.of(
                        entry("queue", "by the queue"),
                        entry("own", "by itself").toBuilder().delaySeconds(20).build(),
                        entry("none", "at once").toBuilder().delaySeconds(0).build()));

        assertThat(receiveBodies(url)).containsExactly("at once");
        emulator.advanceSeconds(10);
        assertThat(receiveBodies(url)).containsExactly("by the queue");
        emulator.advanceSeconds(10);
        assertThat(receiveBodies(url)).containsExactly("by itself");
    }

    @Test
    void deletesWhatItCan() {
        String url = create("orders");
        String other = create("others");
        sendAll(url, "a", "b");
        send(other, "foreign");
        List<Message> messages = receive(url);
        Message foreign = receiveOne(other);

        DeleteMessageBatchResponse answer = deleteBatch(
                url,
                List.of(
                        delete("a", messages.get(0).receiptHandle()),
                        delete("nonsense", "nonsense"),
                        delete("foreign", foreign.receiptHandle()),
                        delete("b", messages.get(1).receiptHandle())));

        assertThat(answer.successful()).extracting(e -> e.id()).containsExactlyInAnyOrder("a", "b");
        assertThat(answer.failed()).extracting(e -> e.id()).containsExactlyInAnyOrder("nonsense", "foreign");
        assertThat(answer.failed()).allSatisfy(e -> {
            assertThat(e.code()).isEqualTo("ReceiptHandleIsInvalid");
            assertThat(e.senderFault()).isTrue();
        });
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
        assertThat(counts(other)).isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void changesTheVisibilityOfEach() {
        String url = create("orders");
        sendAll(url, "a", "b", "c");
        List<Message> messages = receive(url);
        Message gone = messages.get(2);
        delete(url, gone);

        ChangeMessageVisibilityBatchResponse answer = changeBatch(
                url,
                List.of(
                        change("now", messages.get(0).receiptHandle(), 0),
                        change("later", messages.get(1).receiptHandle(), 100),
                        change("gone", gone.receiptHandle(), 1),
                        change("nonsense", "nonsense", 1)));

        assertThat(answer.successful()).extracting(e -> e.id()).containsExactlyInAnyOrder("now", "later");
        assertThat(answer.failed())
                .extracting(e -> e.id() + " " + e.code())
                .containsExactlyInAnyOrder("gone InvalidParameterValue", "nonsense ReceiptHandleIsInvalid");
        assertThat(receiveBodies(url)).containsExactly(messages.get(0).body());
        emulator.advanceSeconds(30);
        assertThat(receiveBodies(url)).containsExactly(messages.get(0).body());
        emulator.advanceSeconds(70);
        assertThat(counts(url).visible()).isEqualTo(2);
    }

    @Test
    void failsOnlyTheTimeoutsOutOfRange() {
        String url = create("orders");
        sendAll(url, "a", "b");
        List<Message> messages = receive(url);

        ChangeMessageVisibilityBatchResponse answer = changeBatch(
                url,
                List.of(
                        change("fine", messages.get(0).receiptHandle(), 5),
                        change("long", messages.get(1).receiptHandle(), 43_201)));

        assertThat(answer.successful()).extracting(e -> e.id()).containsExactly("fine");
        assertThat(answer.failed())
                .extracting(e -> e.id() + " " + e.code())
                .containsExactly("long InvalidParameterValue");
    }

    private void assertInvalidId(String id) {
        String url = create("orders");
        for (Runnable call : List.<Runnable>of(
                () -> sendBatch(url, List.of(entry(id, "x"))),
                () -> deleteBatch(url, List.of(delete(id, "h"))),
                () -> changeBatch(url, List.of(change(id, "h", 1))))) {
            assertRefused("AWS.SimpleQueueService.InvalidBatchEntryId", 400, INVALID_ID, call::run);
        }
    }

    private SendMessageBatchResponse sendBatch(String url, List<SendMessageBatchRequestEntry> entries) {
        return sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
    }

    private DeleteMessageBatchResponse deleteBatch(String url, List<DeleteMessageBatchRequestEntry> entries) {
        return sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(entries));
    }

    private ChangeMessageVisibilityBatchResponse changeBatch(
            String url, List<ChangeMessageVisibilityBatchRequestEntry> entries) {
        return sqs.changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(entries));
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private static List<SendMessageBatchRequestEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry("id-" + i, "body-" + i))
                .toList();
    }

    private static DeleteMessageBatchRequestEntry delete(String id, String handle) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .build();
    }

    private static List<DeleteMessageBatchRequestEntry> handles(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> delete("id-" + i, "handle"))
                .toList();
    }

    private static ChangeMessageVisibilityBatchRequestEntry change(String id, String handle, int seconds) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .visibilityTimeout(seconds)
                .build();
    }
}

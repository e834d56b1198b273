package io.vaportrail.sqs;

import static io.vaportrail.sqs.SqsFixture.receiving;
import static io.vaportrail.support.OperationCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.BatchResultErrorEntry;
import io.vaportrail.model.sqs.ChangeMessageVisibilityBatchRequest;
import io.vaportrail.model.sqs.ChangeMessageVisibilityBatchRequestEntry;
import io.vaportrail.model.sqs.ChangeMessageVisibilityBatchResult;
import io.vaportrail.model.sqs.DeleteMessageBatchRequest;
import io.vaportrail.model.sqs.DeleteMessageBatchRequestEntry;
import io.vaportrail.model.sqs.DeleteMessageBatchResult;
import io.vaportrail.model.sqs.Message;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.SendMessageBatchRequest;
import io.vaportrail.model.sqs.SendMessageBatchRequestEntry;
import io.vaportrail.model.sqs.SendMessageBatchResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchOperationsTest {
    private final SqsFixture sqs = new SqsFixture();
    private final String url = sqs.queue("orders");

    @AfterEach
    void invariantsHold() {
        sqs.check();
    }

    @Test
    void tenMessagesGoInOutAndAway() {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            entries.add(entry("id-" + i, "body " + i));
        }
        SendMessageBatchResult sent = send(url, entries);
        assertThat(sent.successful()).hasSize(10);
        assertThat(sent.failed()).as("absent, as AWS leaves it").isNull();

        List<Message> received = sqs.receive(receiving(url).maxNumberOfMessages(10));
        assertThat(received).extracting(Message::body).first().isEqualTo("body 0");
        List<ChangeMessageVisibilityBatchRequestEntry> changes = new ArrayList<>();
        List<DeleteMessageBatchRequestEntry> deletes = new ArrayList<>();
        for (Message message : received) {
            String handle = String.valueOf(message.receiptHandle());
            changes.add(change("c" + changes.size(), handle, 60));
            deletes.add(delete("d" + deletes.size(), handle));
        }
        assertThat(change(changes).successful()).hasSize(10);
        assertThat(delete(deletes).successful()).hasSize(10);
        assertThat(sqs.attributes(url, "ApproximateNumberOfMessagesNotVisible"))
                .containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    }

    @Test
    void failuresDoNotKeepOthersFromSucceeding() {
        String small = sqs.queue("small", Map.of("MaximumMessageSize", "1024"));
        SendMessageBatchResult result = send(
                small,
                List.of(
                        entry("good", "a".repeat(1024)),
                        entry("big", "a".repeat(1025)),
                        entry("bad", "\u0001"),
                        entry("empty", "")));

        assertThat(result.successful()).singleElement().satisfies(one -> assertThat(one.id())
                .isEqualTo("good"));
        assertThat(result.failed()).extracting(BatchResultErrorEntry::id).containsExactly("big", "bad", "empty");
        assertThat(result.failed())
                .extracting(BatchResultErrorEntry::code)
                .containsExactly("InvalidParameterValue", "InvalidMessageContents", "MissingParameter");
        assertThat(result.failed()).allMatch(BatchResultErrorEntry::senderFault);
        assertThat(result.failed().get(0).message())
                .isEqualTo(
                        "One or more parameters cannot be validated. Reason: Message must be shorter than 1024 bytes.");
    }

    @Test
    void handlesFailOneByOne() {
        sqs.send(url, "m");
        String handle = String.valueOf(sqs.receive(url).get(0).receiptHandle());

        DeleteMessageBatchResult deleted = delete(List.of(delete("a", "garbage"), delete("b", handle)));
        assertThat(deleted.successful()).hasSize(1);
        assertThat(deleted.failed()).singleElement().satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("ReceiptHandleIsInvalid");
            assertThat(failure.message())
                    .isEqualTo("The input receipt handle \"garbage\" is not a valid receipt handle.");
        });
        ChangeMessageVisibilityBatchResult changed =
                change(List.of(change("a", handle, 5), change("b", handle, 43_201)));
        assertThat(changed.successful()).isNull();
        assertThat(changed.failed()).extracting(BatchResultErrorEntry::code).containsOnly("InvalidParameterValue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "a b", "ä"})
    void entryIdsAreWords(String id) {
        String expected =
                "400 AWS.SimpleQueueService.InvalidBatchEntryId: A batch entry id can only contain alphanumeric"
                        + " characters, hyphens and underscores. It can be at most 80 letters long.";
        assertThat(text(refused(url, List.of(entry(id, "m"))))).isEqualTo(expected);
        assertThat(text(sqs.refused(
                        SqsService.DELETE_MESSAGE_BATCH,
                        DeleteMessageBatchRequest.builder()
                                .queueUrl(url)
                                .entries(List.of(delete(id, "x")))
                                .build())))
                .isEqualTo(expected);
    }

    @Test
    void entryIdsHaveEightyCharacters() {
        assertThat(send(url, List.of(entry("i".repeat(80), "m"))).successful()).hasSize(1);
        assertThat(refused(url, List.of(entry("i".repeat(81), "m")))).hasMessageContaining("at most 80 letters");
    }

    @Test
    void entriesAreOneToTenAndDistinct() {
        assertThat(text(refused(url, List.of())))
                .isEqualTo("400 AWS.SimpleQueueService.EmptyBatchRequest: There should be at least one"
                        + " SendMessageBatchRequestEntry in the request.");
        assertThat(text(sqs.refused(
                        SqsService.DELETE_MESSAGE_BATCH,
                        DeleteMessageBatchRequest.builder().queueUrl(url).build())))
                .isEqualTo("400 AWS.SimpleQueueService.EmptyBatchRequest: There should be at least one"
                        + " DeleteMessageBatchRequestEntry in the request.");
        List<SendMessageBatchRequestEntry> eleven = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            eleven.add(entry("i" + i, "m"));
        }
        assertThat(text(refused(url, eleven)))
                .isEqualTo(
                        "400 AWS.SimpleQueueService.TooManyEntriesInBatchRequest: Maximum number of entries per request"
                                + " are 10. You have sent 11.");
        assertThat(text(refused(url, List.of(entry("a", "m"), entry("a", "n")))))
                .isEqualTo("400 AWS.SimpleQueueService.BatchEntryIdsNotDistinct: Id a repeated.");
    }

    @Test
    void batchIsOneMebibyteAltogether() {
        String half = "a".repeat(524_288);
        assertThat(send(url, List.of(entry("a", half), entry("b", half))).successful())
                .hasSize(2);
        assertThat(text(refused(url, List.of(entry("a", half), entry("b", half + "a")))))
                .isEqualTo(
                        "400 AWS.SimpleQueueService.BatchRequestTooLong: Batch requests cannot be longer than 1048576"
                                + " bytes. You have sent 1048577 bytes.");
        SendMessageBatchRequestEntry withAttribute = SendMessageBatchRequestEntry.builder()
                .id("b")
                .messageBody(half.substring(8))
                .messageAttributes(Map.of(
                        "k",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("xy")
                                .build()))
                .build();
        assertThat(refused(url, List.of(entry("a", half), withAttribute)))
                .hasMessageContaining("You have sent 1048577 bytes.");
    }

    @Test
    void queueWithASmallerMaximumTakesGreaterBatches() {
        String small = sqs.queue("small", Map.of("MaximumMessageSize", "1024"));

        assertThat(send(small, List.of(entry("a", "a".repeat(1024)), entry("b", "b".repeat(1024))))
                        .successful())
                .hasSize(2);
    }

    @Test
    void fifoBatchFailsAsAWholeWithoutGroupOrDeduplication() {
        String fifo = sqs.queue("orders.fifo", Map.of("FifoQueue", "true"));
        SendMessageBatchRequestEntry good = fifo("a", "g", "1");

        assertThat(text(refused(fifo, List.of(good, fifo("b", null, "2")))))
                .isEqualTo("400 InvalidParameterValue: The request must contain the parameter MessageGroupId.");
        assertThat(text(refused(fifo, List.of(good, fifo("b", "g", null)))))
                .isEqualTo(
                        "400 InvalidParameterValue: The queue should either have ContentBasedDeduplication enabled or"
                                + " MessageDeduplicationId provided explicitly");
        assertThat(sqs.receive(fifo)).isEmpty();
        SendMessageBatchResult sent = send(fifo, List.of(good, fifo("b", "g", "2"), fifo("c", "g", "1")));
        assertThat(sent.successful()).hasSize(3);
        assertThat(sent.successful().get(2).messageId())
                .isEqualTo(sent.successful().get(0).messageId());
        assertThat(sqs.receive(receiving(fifo).maxNumberOfMessages(10))).hasSize(2);
    }

    private SendMessageBatchResult send(String queueUrl, List<SendMessageBatchRequestEntry> entries) {
        return sqs.call(
                SqsService.SEND_MESSAGE_BATCH,
                SendMessageBatchRequest.builder()
                        .queueUrl(queueUrl)
                        .entries(entries)
                        .build());
    }

    private ServiceException refused(String queueUrl, List<SendMessageBatchRequestEntry> entries) {
        return sqs.refused(
                SqsService.SEND_MESSAGE_BATCH,
                SendMessageBatchRequest.builder()
                        .queueUrl(queueUrl)
                        .entries(entries)
                        .build());
    }

    private DeleteMessageBatchResult delete(List<DeleteMessageBatchRequestEntry> entries) {
        return sqs.call(
                SqsService.DELETE_MESSAGE_BATCH,
                DeleteMessageBatchRequest.builder()
                        .queueUrl(url)
                        .entries(entries)
                        .build());
    }

    private ChangeMessageVisibilityBatchResult change(List<ChangeMessageVisibilityBatchRequestEntry> entries) {
        return sqs.call(
                SqsService.CHANGE_MESSAGE_VISIBILITY_BATCH,
                ChangeMessageVisibilityBatchRequest.builder()
                        .queueUrl(url)
                        .entries(entries)
                        .build());
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private static SendMessageBatchRequestEntry fifo(
            String id,
            @org.jspecify.annotations.Nullable String group,
            @org.jspecify.annotations.Nullable String deduplication) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(id)
                .messageGroupId(group)
                .messageDeduplicationId(deduplication)
                .build();
    }

    private static DeleteMessageBatchRequestEntry delete(String id, String handle) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .build();
    }

    private static ChangeMessageVisibilityBatchRequestEntry change(String id, String handle, int seconds) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .visibilityTimeout(seconds)
                .build();
    }
}

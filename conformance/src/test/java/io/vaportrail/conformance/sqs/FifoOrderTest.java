package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * FIFO queues: order within a message group, and the group's lock while messages of it are in flight.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html">
 *     FIFO delivery logic</a>
 */
class FifoOrderTest extends SqsTest {
    @Test
    void keepsTheOrderWithinAGroup() {
        String url = createFifo("orders.fifo");
        numbered("m", 23).forEach(body -> sendToGroup(url, "g", body));

        List<String> seen = new ArrayList<>();
        for (int expected : new int[] {10, 10, 3}) {
            List<Message> messages = receive(url);
            assertThat(messages).hasSize(expected);
            messages.forEach(m -> {
                seen.add(m.body());
                delete(url, m);
            });
        }

        assertThat(seen).containsExactlyElementsOf(numbered("m", 23));
    }

    @Test
    void locksAGroupWhileAMessageOfItIsInFlight() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "a", "a1");
        sendToGroup(url, "a", "a2");
        sendToGroup(url, "b", "b1");

        Message first = receiveOne(url);
        assertThat(first.body()).isEqualTo("a1");
        assertThat(receiveBodies(url)).containsExactly("b1");
        assertThat(receive(url)).isEmpty();

        delete(url, first);
        assertThat(receiveBodies(url)).containsExactly("a2");
    }

    @Test
    void givesTheSameMessageAgainWhenItsTimeoutEnds() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "a", "a1");
        sendToGroup(url, "a", "a2");
        receiveOne(url);

        emulator.advanceSeconds(30);

        assertThat(receiveBodies(url)).containsExactly("a1", "a2");
    }

    @Test
    void unlocksAGroupWhenItsMessageIsShownAgain() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "a", "a1");
        sendToGroup(url, "a", "a2");

        changeVisibility(url, receiveOne(url), 0);

        assertThat(receiveBodies(url)).containsExactly("a1", "a2");
    }

    @Test
    void keepsAGroupLockedUntilAllOfABatchIsDeleted() {
        String url = createFifo("orders.fifo");
        numbered("m", 5).forEach(body -> sendToGroup(url, "g", body));
        List<Message> batch = receive(url, r -> r.maxNumberOfMessages(3));
        assertThat(bodies(batch)).containsExactly("m0", "m1", "m2");

        delete(url, batch.get(0));
        delete(url, batch.get(2));
        assertThat(receive(url)).isEmpty();
        delete(url, batch.get(1));

        assertThat(receiveBodies(url)).containsExactly("m3", "m4");
    }

    @Test
    void mixesGroupsInOneAnswerEachInItsOrder() {
        String url = createFifo("orders.fifo");
        for (int i = 0; i < 3; i++) {
            sendToGroup(url, "a", "a" + i);
            sendToGroup(url, "b", "b" + i);
        }

        List<String> bodies = receiveBodies(url);

        assertThat(bodies).filteredOn(b -> b.startsWith("a")).containsExactly("a0", "a1", "a2");
        assertThat(bodies).filteredOn(b -> b.startsWith("b")).containsExactly("b0", "b1", "b2");
        assertThat(bodies).hasSize(6);
    }

    @Test
    void numbersMessagesUpwardsInTwentyDigits() {
        String url = createFifo("orders.fifo");
        BigInteger last = BigInteger.ZERO;
        for (String body : numbered("m", 5)) {
            SendMessageResponse answer = sendToGroup(url, "g", body);
            assertThat(answer.sequenceNumber()).matches("[0-9]{20}");
            BigInteger number = new BigInteger(answer.sequenceNumber());
            assertThat(number).isGreaterThan(last);
            last = number;
        }
    }

    @Test
    void tellsAllOfAMessage() {
        String url = createFifo("orders.fifo", Map.of("VisibilityTimeout", "0"));
        SendMessageResponse sent = sqs.sendMessage(r ->
                r.queueUrl(url).messageBody("told").messageGroupId("group-7").messageDeduplicationId("dedup-7"));

        for (int count = 1; count <= 2; count++) {
            Message message = receiveOne(url, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.ALL));
            assertThat(message.messageId()).isEqualTo(sent.messageId());
            assertThat(message.attributes())
                    .containsOnlyKeys(
                            MessageSystemAttributeName.SENDER_ID,
                            MessageSystemAttributeName.SENT_TIMESTAMP,
                            MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                            MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
                            MessageSystemAttributeName.SEQUENCE_NUMBER,
                            MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID,
                            MessageSystemAttributeName.MESSAGE_GROUP_ID)
                    .containsEntry(MessageSystemAttributeName.SEQUENCE_NUMBER, sent.sequenceNumber())
                    .containsEntry(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, "dedup-7")
                    .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "group-7")
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, String.valueOf(count));
        }
    }

    @Test
    void takesAGroupUpAgainAfterItWasEmpty() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "g", "first");
        delete(url, receiveOne(url));
        assertThat(receive(url)).isEmpty();

        sendToGroup(url, "g", "second");

        assertThat(receiveBodies(url)).containsExactly("second");
    }

    @Test
    void delaysAllMessagesByTheQueueOnly() {
        String url = createFifo("orders.fifo", Map.of("ContentBasedDeduplication", "true", "DelaySeconds", "15"));
        sendToGroup(url, "g", "later");

        assertThat(receive(url)).isEmpty();
        emulator.advanceSeconds(15);
        assertThat(receiveBodies(url)).containsExactly("later");
        assertInvalidParameter(
                "Value 3 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for"
                        + " this queue type.",
                () -> sqs.sendMessage(r ->
                        r.queueUrl(url).messageBody("x").messageGroupId("g").delaySeconds(3)));
    }

    @Test
    void refusesTheHandleOfAMessageWhoseTimeoutEnded() {
        String url = createFifo("orders.fifo", Map.of("ContentBasedDeduplication", "true", "VisibilityTimeout", "1"));
        sendToGroup(url, "g", "late");
        Message message = receiveOne(url);
        emulator.advanceSeconds(2);
        String wording = "Value " + message.receiptHandle() + " for parameter ReceiptHandle is invalid."
                + " Reason: The receipt handle has expired.";

        assertInvalidParameter(wording, () -> delete(url, message));
        assertInvalidParameter(wording, () -> changeVisibility(url, message, 5));
        assertThat(receiveBodies(url)).containsExactly("late");
    }

    @Test
    void takesTheHandleAsLongAsItsTimeoutIsExtended() {
        String url = createFifo("orders.fifo", Map.of("ContentBasedDeduplication", "true", "VisibilityTimeout", "1"));
        sendToGroup(url, "g", "in time");
        Message message = receiveOne(url);

        changeVisibility(url, message, 5);
        emulator.advanceSeconds(3);
        delete(url, message);

        emulator.advanceSeconds(60);
        assertThat(receive(url)).isEmpty();
    }

    @Test
    void replaysAReceiveForTheSameAttempt() {
        String url = createFifo("orders.fifo");
        numbered("m", 3).forEach(body -> sendToGroup(url, "g", body));

        List<Message> first = receive(url, r -> r.maxNumberOfMessages(2).receiveRequestAttemptId("attempt-1"));
        List<Message> again = receive(url, r -> r.maxNumberOfMessages(2).receiveRequestAttemptId("attempt-1"));

        assertThat(bodies(again)).containsExactlyElementsOf(bodies(first)).containsExactly("m0", "m1");
        assertThat(receive(url, r -> r.receiveRequestAttemptId("attempt-2"))).isEmpty();
        again.forEach(m -> delete(url, m));
        assertThat(receiveBodies(url)).containsExactly("m2");
    }

    @Test
    void forgetsAnAttemptAfterFiveMinutes() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "g", "m");
        receive(url, r -> r.visibilityTimeout(600).receiveRequestAttemptId("attempt-1"));

        emulator.advanceSeconds(301);

        assertThat(receive(url, r -> r.receiveRequestAttemptId("attempt-1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "ü"})
    void refusesAnAttemptIdOfOtherCharacters(String id) {
        String url = createFifo("orders.fifo");

        assertInvalidParameter(() -> receive(url, r -> r.receiveRequestAttemptId(id)));
    }

    @Test
    void takesAnAttemptIdUpTo128Characters() {
        String url = createFifo("orders.fifo");

        assertThat(receive(url, r -> r.receiveRequestAttemptId("a".repeat(128))))
                .isEmpty();
        assertInvalidParameter(() -> receive(url, r -> r.receiveRequestAttemptId("a".repeat(129))));
    }

    @Test
    void countsMessagesBehindALockAsVisible() {
        String url = createFifo("orders.fifo");
        numbered("m", 4).forEach(body -> sendToGroup(url, "g", body));
        receiveOne(url);

        assertThat(counts(url)).isEqualTo(new Counts(3, 1, 0));
    }
}

package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * ReceiveMessage: how many, for how long, and with which attributes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">ReceiveMessage</a>
 */
@SuppressWarnings("deprecation") // The older of the two names for system attributes is still in use.
class ReceiveMessageTest extends SqsTest {
    @Test
    void answersWhatWasSent() {
        String url = create("orders");
        SendMessageResponse sent = send(url, "two croissants");

        Message message = receiveOne(url);

        assertThat(message.messageId()).isEqualTo(sent.messageId());
        assertThat(message.body()).isEqualTo("two croissants");
        assertThat(message.md5OfBody()).isEqualTo(sent.md5OfMessageBody());
        assertThat(message.receiptHandle()).isNotBlank().hasSizeLessThanOrEqualTo(1024);
        assertThat(message.attributes()).isEmpty();
        assertThat(message.messageAttributes()).isEmpty();
    }

    @Test
    void answersNothingFromAnEmptyQueue() {
        String url = create("orders");

        assertThat(receive(url)).isEmpty();
        assertThat(receive(url, r -> r.waitTimeSeconds(0))).isEmpty();
    }

    @Test
    void answersOneMessageUnlessAskedForMore() {
        String url = create("orders");
        sendAll(url, "a", "b", "c");

        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
        assertThat(receive(url, r -> r.maxNumberOfMessages(2))).hasSize(2);
    }

    @Test
    void answersUpToTenMessagesEachOnce() {
        String url = create("orders");
        numbered("m", 25).forEach(body -> send(url, body));

        Set<String> seen = new HashSet<>();
        for (int expected : new int[] {10, 10, 5, 0}) {
            List<Message> messages = receive(url);
            assertThat(messages).hasSize(expected);
            messages.forEach(m -> assertThat(seen.add(m.body())).as(m.body()).isTrue());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(numbered("m", 25));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void refusesANumberOfMessagesOutOfRange(int number) {
        String url = create("orders");

        assertInvalidParameter(
                "Value " + number
                        + " for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.",
                () -> receive(url, r -> r.maxNumberOfMessages(number)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 21})
    void refusesAWaitOutOfRange(int seconds) {
        String url = create("orders");

        assertInvalidParameter(
                "Value " + seconds
                        + " for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.",
                () -> receive(url, r -> r.waitTimeSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 43_201})
    void refusesATimeoutOutOfRange(int seconds) {
        String url = create("orders");

        assertInvalidParameter(() -> receive(url, r -> r.visibilityTimeout(seconds)));
    }

    @Test
    void answersAtOnceWhenThereAreMessagesHoweverLongItMayWait() {
        String url = create("orders");
        send(url, "here");

        assertThat(receive(url, r -> r.waitTimeSeconds(20))).hasSize(1);
    }

    @Test
    void hidesAMessageForTheTimeOfTheQueue() {
        String url = create("orders", Map.of("VisibilityTimeout", "12"));
        send(url, "hidden");
        receiveOne(url);

        emulator.advanceSeconds(11);
        assertThat(receive(url)).isEmpty();
        emulator.advanceSeconds(1);
        assertThat(receiveBodies(url)).containsExactly("hidden");
    }

    @Test
    void hidesAMessageForTheTimeOfTheCall() {
        String url = create("orders");
        send(url, "hidden");
        receiveOne(url, r -> r.visibilityTimeout(TWELVE_HOURS));

        emulator.advanceSeconds(TWELVE_HOURS - 1);
        assertThat(receive(url)).isEmpty();
        emulator.advanceSeconds(1);
        assertThat(receiveBodies(url)).containsExactly("hidden");
    }

    @Test
    void hidesNothingForATimeoutOfZero() {
        String url = create("orders");
        send(url, "in plain sight");

        Set<String> handles = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            handles.add(receiveOne(url, r -> r.visibilityTimeout(0)).receiptHandle());
        }

        assertThat(handles).as("each receive has a handle of its own").hasSize(3);
        assertThat(counts(url)).isEqualTo(new Counts(1, 0, 0));
    }

    @Test
    void tellsAllOfAMessage() {
        String url = create("orders");
        long sent = emulator.now().toEpochMilli();
        send(url, "told");
        emulator.advanceSeconds(5);
        long first = emulator.now().toEpochMilli();

        Map<MessageSystemAttributeName, String> attributes = receiveOne(
                        url, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .attributes();

        assertThat(attributes)
                .containsOnlyKeys(
                        MessageSystemAttributeName.SENDER_ID,
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                        MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)
                .containsEntry(MessageSystemAttributeName.SENT_TIMESTAMP, String.valueOf(sent))
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP, String.valueOf(first));
        assertThat(attributes.get(MessageSystemAttributeName.SENDER_ID)).startsWith("AIDA");
    }

    @Test
    void countsReceivesAndRemembersTheFirst() {
        String url = create("orders");
        send(url, "again and again");
        String first = String.valueOf(emulator.now().toEpochMilli());

        for (int count = 1; count <= 4; count++) {
            assertThat(receiveOne(url, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                            .attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, String.valueOf(count))
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP, first);
            emulator.advanceSeconds(30);
        }
    }

    @Test
    void namesTheSender() {
        String url = create("orders");
        as("000000000000").sendMessage(r -> r.queueUrl(url).messageBody("from the root"));
        String root = senderOfNext(url);
        as("sarah").sendMessage(r -> r.queueUrl(url).messageBody("from Sarah"));
        String sarah = senderOfNext(url);
        as("mike").sendMessage(r -> r.queueUrl(url).messageBody("from Mike"));
        String mike = senderOfNext(url);

        assertThat(root).isEqualTo(ACCOUNT);
        assertThat(sarah).startsWith("AIDA").isNotEqualTo(mike);
        assertThat(mike).startsWith("AIDA");
    }

    private String senderOfNext(String url) {
        return valueOf(
                receiveOne(url, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.SENDER_ID))
                        .attributes(),
                MessageSystemAttributeName.SENDER_ID);
    }

    @Test
    void answersTheSystemAttributesAskedForByEitherName() {
        String url = create("orders", Map.of("VisibilityTimeout", "0"));
        send(url, "x");

        assertThat(receiveOne(url, r -> r.attributeNamesWithStrings("SenderId")).attributes())
                .containsOnlyKeys(MessageSystemAttributeName.SENDER_ID);
        assertThat(receiveOne(url, r -> r.attributeNamesWithStrings("SenderId", "SequenceNumber"))
                        .attributes())
                .containsOnlyKeys(MessageSystemAttributeName.SENDER_ID);
        assertThat(receiveOne(url, r -> r.messageSystemAttributeNamesWithStrings("SenderId", "SequenceNumber"))
                        .attributes())
                .containsOnlyKeys(MessageSystemAttributeName.SENDER_ID);
        assertThat(receiveOne(url, r -> r.attributeNames(QueueAttributeName.ALL))
                        .attributes())
                .hasSize(4);
    }

    @Test
    void decidesBetweenTheTwoNamesByProtocol() {
        String url = create("orders", Map.of("VisibilityTimeout", "0"));
        send(url, "x");

        assertThat(receiveOne(url, r -> r.messageSystemAttributeNamesWithStrings("All")
                                .attributeNamesWithStrings("SenderId"))
                        .attributes())
                .hasSize(protocol.pick(4, 1));
    }

    @Test
    void refusesASystemAttributeThatDoesNotExist() {
        String url = create("orders");

        assertRefused("InvalidAttributeName", 400, () -> receive(url, r -> r.attributeNamesWithStrings("Colour")));
    }

    @Test
    void refusesAnAttemptIdOnAStandardQueue() {
        String url = create("orders");

        assertInvalidParameter(() -> receive(url, r -> r.receiveRequestAttemptId("attempt-1")));
    }
}

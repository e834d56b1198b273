package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * SendMessage: what it answers, and which bodies, delays and groups it takes. The SDKs check the digests on their own too.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
class SendMessageTest extends SqsTest {
    private static final int MEBIBYTE = 1_048_576;
    private static final String TRACE = "Root=1-5f84c7a1-000000000000000000000001;Parent=00f067aa0ba902b7;Sampled=1";

    @Test
    void answersIdAndDigest() {
        SendMessageResponse answer = send(create("orders"), "one espresso");

        assertThat(answer.messageId()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(answer.md5OfMessageBody()).isEqualTo("7262638c41463d37516c0fc26f6a305d");
        assertThat(answer.md5OfMessageAttributes()).isNull();
        assertThat(answer.md5OfMessageSystemAttributes()).isNull();
        assertThat(answer.sequenceNumber()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                " spaces around ",
                "tab\tline\nreturn\rboth\r\nend",
                "<order id=\"1\">&amp; 'quoted'</order>",
                "{\"json\":[1,2,{\"a\":null}]}",
                "a=b&c=d+e%20f",
                "größer ≠ ß 漢字 \uD83D\uDE80 \uFFFD \uE000 \uD7FF"
            })
    void givesTheBodyBackAsItWasSent(String body) {
        String url = create("orders");

        send(url, body);

        assertThat(receiveOne(url).body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0008", "\u000B", "\u001F", "\uFFFE", "\uFFFF"})
    void refusesCharactersThatXmlCannotCarry(String character) {
        String url = create("orders");

        assertRefused("InvalidMessageContents", 400, () -> send(url, "before" + character + "after"));
        assertThat(counts(url).visible()).isZero();
    }

    @Test
    void refusesAnEmptyBody() {
        String url = create("orders");

        assertRefused(
                "MissingParameter", 400, "The request must contain the parameter MessageBody.", () -> send(url, ""));
    }

    @Test
    void takesABodyOfOneMebibyte() {
        String url = create("orders");
        String largest = "x".repeat(MEBIBYTE);

        send(url, largest);
        assertThat(receiveOne(url).body()).isEqualTo(largest);
        assertTooLong(MEBIBYTE, () -> send(url, largest + "x"));
    }

    @Test
    void measuresTheBodyInBytesOfUtf8() {
        String url = create("orders", Map.of("MaximumMessageSize", "1024"));

        send(url, "é".repeat(512));
        assertTooLong(1024, () -> send(url, "é".repeat(512) + "e"));
        send(url, "\uD83D\uDE80".repeat(256));
        assertTooLong(1024, () -> send(url, "\uD83D\uDE80".repeat(257)));
    }

    @Test
    void takesOneMebibyteOfCharactersThatAFormHasToEscape() {
        String url = create("orders");
        String largest = "é".repeat(MEBIBYTE / 2);

        send(url, largest);
        assertThat(receiveOne(url).body()).isEqualTo(largest);
    }

    @Test
    void countsNameTypeAndValueOfAttributes() {
        String url = create("orders", Map.of("MaximumMessageSize", "1024"));

        // "key" + "String" + "value" are 14 bytes.
        sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("x".repeat(1010))
                .messageAttributes(Map.of("key", MessageAttributesTest.string("value"))));
        assertTooLong(
                1024,
                () -> sqs.sendMessage(r -> r.queueUrl(url)
                        .messageBody("x".repeat(1011))
                        .messageAttributes(Map.of("key", MessageAttributesTest.string("value")))));
    }

    @Test
    void followsTheLimitOfTheQueueWhenItChanges() {
        String url = create("orders");
        send(url, "x".repeat(3000));

        set(url, "MaximumMessageSize", "2048");

        send(url, "x".repeat(2048));
        assertTooLong(2048, () -> send(url, "x".repeat(2049)));
        assertThat(receive(url)).hasSize(2);
    }

    @Test
    void delaysAMessageByItsOwnTimer() {
        String url = create("orders");
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(900));

        emulator.advanceSeconds(899);
        assertThat(receive(url)).isEmpty();
        emulator.advanceSeconds(1);
        assertThat(receiveBodies(url)).containsExactly("later");
    }

    @Test
    void delaysMessagesByTheQueue() {
        String url = create("orders", Map.of("DelaySeconds", "40"));
        send(url, "by the queue");
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("at once").delaySeconds(0));

        assertThat(receiveBodies(url)).containsExactly("at once");
        emulator.advanceSeconds(40);
        assertThat(receiveBodies(url)).contains("by the queue");
    }

    @Test
    void keepsTheDelayOfMessagesThatAreThereAlreadyWhenTheQueueChanges() {
        String url = create("orders", Map.of("DelaySeconds", "40"));
        send(url, "sent before");

        set(url, "DelaySeconds", "0");

        assertThat(receive(url)).isEmpty();
        emulator.advanceSeconds(40);
        assertThat(receiveBodies(url)).containsExactly("sent before");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 901})
    void refusesADelayOutOfRange(int seconds) {
        String url = create("orders");

        assertInvalidParameter(
                "Value " + seconds + " for parameter DelaySeconds is invalid."
                        + " Reason: DelaySeconds must be >= 0 and <= 900.",
                () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x").delaySeconds(seconds)));
    }

    @Test
    void carriesTheTraceHeader() {
        String url = create("orders");

        SendMessageResponse answer = sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("traced")
                .messageSystemAttributes(Map.of(
                        MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                        MessageAttributesTest.systemString(TRACE))));

        assertThat(answer.md5OfMessageSystemAttributes()).matches("[0-9a-f]{32}");
        Message message =
                receiveOne(url, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.AWS_TRACE_HEADER));
        assertThat(message.attributes()).containsOnly(Map.entry(MessageSystemAttributeName.AWS_TRACE_HEADER, TRACE));
    }

    @Test
    void countsNoSystemAttributeAmongTheBytes() {
        String url = create("orders", Map.of("MaximumMessageSize", "1024"));

        assertThat(sqs.sendMessage(r -> r.queueUrl(url)
                                .messageBody("x".repeat(1024))
                                .messageSystemAttributes(Map.of(
                                        MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                                        MessageAttributesTest.systemString(TRACE))))
                        .messageId())
                .isNotBlank();
    }

    @Test
    void takesAGroupOnAStandardQueue() {
        String url = create("orders");
        String longest = "g".repeat(128);

        sendToGroup(url, "tenant-1!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "punctuated");
        sendToGroup(url, longest, "long");

        assertThat(receive(url, r -> r.messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID)))
                .extracting(m -> m.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .containsExactlyInAnyOrder("tenant-1!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "gruppe-ü", "tab\tbed"})
    void refusesAGroupWithOtherCharacters(String group) {
        assertInvalidGroup(group);
    }

    @Test
    void refusesAGroupOfMoreThan128Characters() {
        assertInvalidGroup("g".repeat(129));
    }

    @Test
    void refusesADeduplicationIdOnAStandardQueue() {
        String url = create("orders");

        assertInvalidParameter(
                () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x").messageDeduplicationId("d-1")));
    }

    private void assertInvalidGroup(String group) {
        String url = create("orders");
        assertInvalidParameter(
                "Value " + group + " for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include"
                        + " alphanumeric and punctuation characters. 1 to 128 in length.",
                () -> sendToGroup(url, group, "x"));
    }

    private static void assertTooLong(int limit, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertInvalidParameter(
                "One or more parameters are invalid. Reason: Message must be shorter than " + limit + " bytes.", call);
    }
}

package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * Message attributes: types, names, values, digests, and which of them a receive answers.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Message
 *     metadata</a>
 */
class MessageAttributesTest extends SqsTest {
    static MessageAttributeValue string(String value) {
        return typed("String", value);
    }

    static MessageAttributeValue typed(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    static MessageAttributeValue binary(String type, byte... bytes) {
        return MessageAttributeValue.builder()
                .dataType(type)
                .binaryValue(SdkBytes.fromByteArray(bytes))
                .build();
    }

    static MessageSystemAttributeValue systemString(String value) {
        return MessageSystemAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    @Test
    void givesEachTypeBack() {
        String url = create("orders");
        Map<String, MessageAttributeValue> sent = Map.of(
                "kind", string("coffee & \"cake\" <fresh>"),
                "count", typed("Number", "12.50"),
                "price", typed("Number.EUR", "-3"),
                "note", typed("String.markdown", "*hot*"),
                "receipt", binary("Binary", (byte) 0, (byte) 30, (byte) -1),
                "scan", binary("Binary.png", (byte) 1));

        SendMessageResponse answer = sendWith(url, sent);

        Message message = receiveOne(url, r -> r.messageAttributeNames("All"));
        assertThat(message.messageAttributes()).containsExactlyInAnyOrderEntriesOf(sent);
        assertThat(message.md5OfMessageAttributes()).isEqualTo(answer.md5OfMessageAttributes());
    }

    @Test
    void answersTheDigestThatAwsAnswers() {
        String url = create("orders");

        assertThat(sendWith(url, Map.of("Foo", string("Bar"))).md5OfMessageAttributes())
                .isEqualTo("ae7155c6026991b6d54b11589678bf9c");
    }

    @Test
    void takesTenAttributes() {
        String url = create("orders");
        Map<String, MessageAttributeValue> ten = new HashMap<>();
        numbered("a", 10).forEach(name -> ten.put(name, string("v")));
        sendWith(url, ten);

        Map<String, MessageAttributeValue> eleven = new HashMap<>(ten);
        eleven.put("one.more", string("v"));
        assertInvalidParameter(() -> sendWith(url, eleven));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b-C_9", "AWSome", "amazonia", "awsX"})
    void takesNamesOfLettersDigitsHyphensUnderscoresAndPeriods(String name) {
        String url = create("orders");

        sendWith(url, Map.of(name, string("v")));

        assertThat(receiveOne(url, r -> r.messageAttributeNames(name)).messageAttributes())
                .containsOnlyKeys(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {".a", "a.", "a..b", "AWS.a", "aws.a", "Amazon.a", "amazon.a", "a b", "a/b", "ä"})
    void refusesOtherNames(String name) {
        String url = create("orders");

        assertInvalidParameter(() -> sendWith(url, Map.of(name, string("v"))));
    }

    @Test
    void takesNamesUpTo256Characters() {
        String url = create("orders");

        sendWith(url, Map.of("n".repeat(256), string("v")));
        assertInvalidParameter(() -> sendWith(url, Map.of("n".repeat(257), string("v"))));
    }

    @Test
    void takesTypesUpTo256Characters() {
        String url = create("orders");

        sendWith(url, Map.of("a", typed("String." + "t".repeat(249), "v")));
        assertInvalidParameter(() -> sendWith(url, Map.of("a", typed("String." + "t".repeat(250), "v"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Text", "string", "Boolean", "StringList"})
    void refusesOtherTypes(String type) {
        String url = create("orders");

        assertInvalidParameter(() -> sendWith(url, Map.of("a", typed(type, "v"))));
    }

    @Test
    void refusesAnEmptyString() {
        String url = create("orders");

        assertInvalidParameter(
                "Message (user) attribute 'Reason' must contain a non-empty value of type 'String'.",
                () -> sendWith(url, Map.of("Reason", string(""))));
    }

    @Test
    void refusesATypeWithoutAValueOfIt() {
        String url = create("orders");

        assertInvalidParameter(() -> sendWith(
                url,
                Map.of("a", MessageAttributeValue.builder().dataType("String").build())));
        assertInvalidParameter(() -> sendWith(url, Map.of("a", typed("Binary", "text"))));
        assertInvalidParameter(() -> sendWith(url, Map.of("a", binary("String", (byte) 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "1e126", "12345678901234567890123456789012345678", "1E-10"})
    void takesNumbers(String number) {
        String url = create("orders");

        sendWith(url, Map.of("n", typed("Number", number)));

        assertThat(valueOf(receiveOne(url, r -> r.messageAttributeNames("n")).messageAttributes(), "n")
                        .stringValue())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1,5", "0x10", "--1", ""})
    void refusesWhatIsNoNumber(String text) {
        String url = create("orders");

        assertInvalidParameter(() -> sendWith(url, Map.of("n", typed("Number", text))));
    }

    @Test
    void refusesCharactersThatXmlCannotCarry() {
        String url = create("orders");

        assertThat(io.vaportrail.conformance.fixture.AwsError.of(
                                () -> sendWith(url, Map.of("a", string("bell \u0007"))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesNoOtherSystemAttributeThanTheTraceHeader() {
        String url = create("orders");
        Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> empty = Map.of(
                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                MessageSystemAttributeValue.builder()
                        .dataType("Number")
                        .stringValue("1")
                        .build());

        assertInvalidParameter(
                () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x").messageSystemAttributes(empty)));
    }

    @ParameterizedTest
    @CsvSource({
        "All, General;Hello;Help.Me",
        "*, General;Hello;Help.Me",
        ".*, General;Hello;Help.Me",
        "Foo;Help, ''",
        "Hello;General, General;Hello",
        "Foo;Hello, Hello",
        "Hel.*, Hello;Help.Me",
        "Help.*, Help.Me",
        "AWS., ''",
        "..foo, ''"
    })
    void answersTheAttributesAskedFor(String asked, String answered) {
        String url = create("orders", Map.of("VisibilityTimeout", "0"));
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        for (String name : new String[] {"Help.Me", "Hello", "General"}) {
            attributes.put(name, string("value of " + name));
        }
        sendWith(url, attributes);

        Message message = receiveOne(url, r -> r.messageAttributeNames(asked.split(";")));

        if (answered.isEmpty()) {
            assertThat(message.messageAttributes()).isEmpty();
            assertThat(message.md5OfMessageAttributes()).isNull();
        } else {
            assertThat(message.messageAttributes()).containsOnlyKeys(answered.split(";"));
            assertThat(message.md5OfMessageAttributes()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void answersNoAttributesUnlessAsked() {
        String url = create("orders");
        sendWith(url, Map.of("a", string("v")));

        Message message = receiveOne(url);

        assertThat(message.messageAttributes()).isEmpty();
        assertThat(message.md5OfMessageAttributes()).isNull();
        assertThat(message.attributes()).isEmpty();
    }

    @Test
    void givesBinaryValuesBackByteForByte() {
        String url = create("orders");
        byte[] bytes = "traceparent\u001e00-4bf92f3577b34da6a3ce929d0e0e4736".getBytes(StandardCharsets.UTF_8);

        sendWith(url, Map.of("trace", binary("Binary", bytes)));

        assertThat(valueOf(
                                receiveOne(url, r -> r.messageAttributeNames("trace"))
                                        .messageAttributes(),
                                "trace")
                        .binaryValue()
                        .asByteArray())
                .isEqualTo(bytes);
    }

    private SendMessageResponse sendWith(String url, Map<String, MessageAttributeValue> attributes) {
        return sqs.sendMessage(
                r -> r.queueUrl(url).messageBody("with attributes").messageAttributes(attributes));
    }
}

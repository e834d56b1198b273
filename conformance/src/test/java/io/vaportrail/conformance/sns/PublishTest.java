package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages on their way from topics to queues. */
class PublishTest extends SnsTest {
    static MessageAttributeValue text(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private static MessageAttributeValue bytes(byte... value) {
        return MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(SdkBytes.fromByteArray(value))
                .build();
    }

    @Test
    void messageArrivesInItsEnvelope() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        String subscription = subscribe(topic, "inbox");

        String id = sns.publish(r -> r.topicArn(topic)
                        .message("a \"quoted\" line\nand another")
                        .subject("News")
                        .messageAttributes(Map.of("n", text("Number", "99.12"), "b", bytes((byte) 2, (byte) 3))))
                .messageId();

        Map<String, Object> envelope = receiveEnvelope(inbox);
        assertThat(envelope)
                .containsEntry("Type", "Notification")
                .containsEntry("MessageId", id)
                .containsEntry("TopicArn", topic)
                .containsEntry("Subject", "News")
                .containsEntry("Message", "a \"quoted\" line\nand another")
                .containsEntry("SignatureVersion", "1")
                .containsEntry(
                        "UnsubscribeURL", emulator.endpoint() + "/?Action=Unsubscribe&SubscriptionArn=" + subscription)
                .containsEntry(
                        "MessageAttributes",
                        Map.of(
                                "n", Map.of("Type", "Number", "Value", "99.12"),
                                "b", Map.of("Type", "Binary", "Value", "AgM=")))
                .containsEntry("Timestamp", emulator.now().toString());
        assertThat(String.valueOf(envelope.get("SigningCertURL")))
                .startsWith(emulator.endpoint() + "/SimpleNotificationService-")
                .endsWith(".pem");
    }

    @Test
    void rawMessageKeepsItsAttributes() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");

        sns.publish(r -> r.topicArn(topic)
                .message("text")
                .messageAttributes(Map.of("n", text("Number", "99.12"), "b", bytes((byte) 2))));

        List<Message> messages = receive(inbox);
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo("text");
            assertThat(message.messageAttributes()).containsOnlyKeys("n", "b");
            assertThat(message.messageAttributes())
                    .hasEntrySatisfying("n", n -> assertThat(n.stringValue()).isEqualTo("99.12"));
        });
    }

    @Test
    void targetArnNamesATopicAsWell() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");

        sns.publish(r -> r.targetArn(topic).message("text"));

        assertThat(bodies(inbox)).containsExactly("text");
    }

    @Test
    void structuredMessageHasATextForEachProtocol() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");

        sns.publish(r -> r.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"for others\",\"sqs\":\"for queues\"}"));
        sns.publish(r -> r.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"for others\",\"sqs\":{\"not\":\"a text\"}}"));

        assertThat(bodies(inbox)).containsExactlyInAnyOrder("for queues", "for others");
        assertInvalid(
                "Message Structure - No default entry in JSON message body",
                () -> sns.publish(
                        r -> r.topicArn(topic).messageStructure("json").message("{\"sqs\":\"x\"}")));
        assertInvalid(
                "Message Structure - JSON message body failed to parse",
                () -> sns.publish(
                        r -> r.topicArn(topic).messageStructure("json").message("{")));
    }

    @Test
    void messageWithItsAttributesHas256KiB() {
        String topic = topic("orders");
        Map<String, MessageAttributeValue> attributes = Map.of("attr1", text("Number", "1"));

        sns.publish(r -> r.topicArn(topic).message("a".repeat(262_132)).messageAttributes(attributes));
        assertInvalid(
                "Message too long",
                () -> sns.publish(
                        r -> r.topicArn(topic).message("a".repeat(262_133)).messageAttributes(attributes)));
        assertInvalid("Empty message", () -> publish(topic, ""));
    }

    @ParameterizedTest
    @CsvSource({"''", "' starts with a space'", "'two\nlines'", "umläut"})
    void badSubjectsAreRefused(String subject) {
        String topic = topic("orders");

        assertInvalid(
                "Subject", () -> sns.publish(r -> r.topicArn(topic).message("m").subject(subject)));
    }

    @Test
    void subjectHasUpTo100Characters() {
        String topic = topic("orders");
        sns.publish(r -> r.topicArn(topic).message("m").subject("s".repeat(100)));

        assertInvalid(
                "Subject", () -> sns.publish(r -> r.topicArn(topic).message("m").subject("s".repeat(101))));
    }

    @ParameterizedTest
    @CsvSource({
        "a^, String, x, 'Invalid non-alphanumeric character ''#x5E'' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.'",
        ".a, String, x, Invalid message attribute name starting with character '.' was found.",
        "a., String, x, Invalid message attribute name ending with character '.' was found.",
        "a..b, String, x, Message attribute name can not have successive '.' character.",
        "a, Text, x, 'The message attribute ''a'' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.'",
        "a, Binary, x, The message attribute 'a' with type 'Binary' must use field 'Binary'.",
        "a, String, '', The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'."
    })
    void badAttributesAreRefused(String name, String type, String value, String message) {
        String topic = topic("orders");

        assertRefused(
                "ParameterValueInvalid",
                400,
                message,
                () -> sns.publish(
                        r -> r.topicArn(topic).message("m").messageAttributes(Map.of(name, text(type, value)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5", "99.12", "1e3", "1763724000000", "+7"})
    void numbersAreTakenAsTheyAreWritten(String number) {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribe(topic, "inbox");

        sns.publish(r -> r.topicArn(topic).message("m").messageAttributes(Map.of("n", text("Number.int", number))));

        assertThat(receiveEnvelope(inbox))
                .containsEntry("MessageAttributes", Map.of("n", Map.of("Type", "Number.int", "Value", number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "0x10", "1,5", " 1", "NaN", "1e999", "--1"})
    void numbersThatAreNoneAreRefused(String number) {
        String topic = topic("orders.fifo", Map.of("FifoTopic", "true", "ContentBasedDeduplication", "true"));
        Map<String, MessageAttributeValue> attributes = Map.of("price", text("Number", number));

        assertRefused(
                "ParameterValueInvalid",
                400,
                "Could not cast message attribute 'price' value to number.",
                () -> sns.publish(
                        r -> r.topicArn(topic).message("m").messageGroupId("g").messageAttributes(attributes)));
        assertRefused(
                "ParameterValueInvalid",
                400,
                "Could not cast message attribute 'price' value to number.",
                () -> sns.publishBatch(r -> r.topicArn(topic)
                        .publishBatchRequestEntries(PublishBatchRequestEntry.builder()
                                .id("1")
                                .message("m")
                                .messageGroupId("g")
                                .messageAttributes(attributes)
                                .build())));
    }

    @Test
    void batchIsPublishedAsAWhole() {
        String topic = topic("orders");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");

        List<PublishBatchResultEntry> published = sns.publishBatch(
                        r -> r.topicArn(topic).publishBatchRequestEntries(entry("1", "one"), entry("2", "two")))
                .successful();

        assertThat(published).extracting(PublishBatchResultEntry::id).containsExactly("1", "2");
        assertThat(bodies(inbox)).containsExactlyInAnyOrder("one", "two");
    }

    private static PublishBatchRequestEntry entry(String id, String message) {
        return PublishBatchRequestEntry.builder().id(id).message(message).build();
    }

    @Test
    void badBatchesAreRefused() {
        String topic = topic("orders");
        List<PublishBatchRequestEntry> eleven = java.util.stream.IntStream.range(0, 11)
                .mapToObj(i -> entry("e" + i, "m"))
                .toList();

        assertRefused(
                "TooManyEntriesInBatchRequest",
                400,
                "The batch request contains more entries than permissible.",
                () -> sns.publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(eleven)));
        assertRefused(
                "BatchEntryIdsNotDistinct",
                400,
                "Two or more batch entries in the request have the same Id.",
                () -> sns.publishBatch(
                        r -> r.topicArn(topic).publishBatchRequestEntries(entry("1", "a"), entry("1", "b"))));
        assertRefused(
                "InvalidBatchEntryId",
                400,
                "The Id of a batch entry in a batch request doesn't abide by the specification.",
                () -> sns.publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(entry("a b", "a"))));
        assertRefused(
                "BatchRequestTooLong",
                400,
                "The length of all the batch messages put together is more than the limit.",
                () -> sns.publishBatch(r -> r.topicArn(topic)
                        .publishBatchRequestEntries(entry("1", "a".repeat(200_000)), entry("2", "a".repeat(62_145)))));
    }

    @Test
    void undeliverableMessageGoesToTheDeadLetterQueue() {
        String topic = topic("orders");
        String dead = queue("dead");
        String arn = subscribe(topic, "absent");
        set(arn, "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}");

        String id = publish(topic, "lost");

        assertThat(receiveEnvelope(dead)).containsEntry("MessageId", id).containsEntry("Message", "lost");
    }

    @Test
    void queueWithoutPolicyDoesNotLetMessagesIn() {
        String topic = topic("orders");
        String closed = sqs.createQueue(r -> r.queueName("closed")).queueUrl();
        String dead = queue("dead");
        String arn = subscribeRaw(topic, "closed");
        set(arn, "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}");

        publish(topic, "refused");

        assertThat(bodies(closed)).isEmpty();
        assertThat(bodies(dead)).containsExactly("refused");
    }

    @Test
    void targetsAreChecked() {
        assertInvalid(
                "TopicArn or TargetArn Reason: no value for required parameter",
                () -> sns.publish(r -> r.message("m")));
        assertRefused("NotFound", 404, "Topic does not exist", () -> publish(topicArn("absent"), "m"));
        assertInvalid(
                "PhoneNumber Reason: +1a234 is not valid to publish to",
                () -> sns.publish(r -> r.phoneNumber("+1a234").message("m")));
        assertInvalid(
                "TargetArn Reason: No endpoint found for the target arn specified",
                () -> sns.publish(r -> r.targetArn("arn:aws:sns:us-east-1:000000000000:endpoint/GCM/app/x")
                        .message("m")));
    }
}

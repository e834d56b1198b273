package io.vaportrail.sqs;

import static io.vaportrail.sqs.SqsFixture.messages;
import static io.vaportrail.sqs.SqsFixture.receiving;
import static io.vaportrail.support.OperationCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.model.sqs.ChangeMessageVisibilityRequest;
import io.vaportrail.model.sqs.DeleteMessageRequest;
import io.vaportrail.model.sqs.Message;
import io.vaportrail.model.sqs.MessageAttributeValue;
import io.vaportrail.model.sqs.MessageSystemAttributeValue;
import io.vaportrail.model.sqs.ReceiveMessageRequest;
import io.vaportrail.model.sqs.ReceiveMessageResult;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ServiceException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageOperationsTest {
    private final SqsFixture sqs = new SqsFixture();
    private final String url = sqs.queue("orders", Map.of("VisibilityTimeout", "0"));
    private final String fifoUrl = sqs.queue("orders.fifo", Map.of("FifoQueue", "true"));

    @AfterEach
    void invariantsHold() {
        sqs.check();
    }

    @Test
    void messageGoesInAndComesOut() {
        SendMessageResult sent = sqs.send(url, "hello");
        Message received = sqs.receive(url).get(0);

        assertThat(sent.md5OfMessageBody()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(sent.md5OfMessageAttributes()).isNull();
        assertThat(sent.sequenceNumber()).isNull();
        assertThat(received.messageId()).isEqualTo(sent.messageId());
        assertThat(received.body()).isEqualTo("hello");
        assertThat(received.md5OfBody()).isEqualTo(sent.md5OfMessageBody());
        assertThat(received.attributes()).isNull();
        assertThat(received.messageAttributes()).isNull();
        sqs.call(
                SqsService.DELETE_MESSAGE,
                DeleteMessageRequest.builder()
                        .queueUrl(url)
                        .receiptHandle(String.valueOf(received.receiptHandle()))
                        .build());
        assertThat(sqs.receive(url)).isEmpty();
    }

    @Test
    void systemAttributesAreThoseAskedFor() {
        send(request("m").messageAttributes(Map.of("k", string("v"))));
        sqs.advance(Duration.ofSeconds(1));

        Map<String, String> all = attributes(receiving(url).messageSystemAttributeNames(List.of("All")));
        assertThat(all)
                .containsOnly(
                        Map.entry("SenderId", SqsFixture.ACCOUNT),
                        Map.entry("SentTimestamp", "1750000000000"),
                        Map.entry("ApproximateReceiveCount", "1"),
                        Map.entry("ApproximateFirstReceiveTimestamp", "1750000001000"));
        assertThat(attributes(receiving(url).attributeNames(List.of("ApproximateReceiveCount"))))
                .containsOnly(Map.entry("ApproximateReceiveCount", "2"));
        assertThat(attributes(receiving(url)
                        .attributeNames(List.of("SenderId"))
                        .messageSystemAttributeNames(List.of("SequenceNumber", "ApproximateReceiveCount"))))
                .containsOnlyKeys("SenderId", "ApproximateReceiveCount");
        assertThat(text(sqs.refused(
                        SqsService.RECEIVE_MESSAGE,
                        receiving(url).attributeNames(List.of("Colour")).build())))
                .isEqualTo("400 InvalidAttributeName: Unknown Attribute Colour.");
    }

    @Test
    void fifoMessagesShowGroupDeduplicationAndSequence() {
        SendMessageResult sent = send(fifo("m").messageGroupId("g").messageDeduplicationId("d"));

        assertThat(attributes(receiving(fifoUrl).attributeNames(List.of("All"))))
                .containsEntry("MessageGroupId", "g")
                .containsEntry("MessageDeduplicationId", "d")
                .containsEntry("SequenceNumber", sent.sequenceNumber());
    }

    @Test
    void traceHeaderOfTheCallIsHandedOn() {
        sqs.tracedAs("Root=1-4-5");
        assertThat(sqs.send(url, "m").md5OfMessageSystemAttributes())
                .as("of what the sender put in")
                .isNull();

        assertThat(attributes(receiving(url).attributeNames(List.of("AWSTraceHeader"))))
                .containsOnly(Map.entry("AWSTraceHeader", "Root=1-4-5"));
    }

    @Test
    void traceHeaderIsHandedOn() {
        SendMessageResult sent = send(request("m")
                .messageSystemAttributes(Map.of(
                        "AWSTraceHeader",
                        MessageSystemAttributeValue.builder()
                                .dataType("String")
                                .stringValue("Root=1-2-3")
                                .build())));

        assertThat(sent.md5OfMessageSystemAttributes()).hasSize(32);
        assertThat(attributes(receiving(url).messageSystemAttributeNames(List.of("AWSTraceHeader"))))
                .containsOnly(Map.entry("AWSTraceHeader", "Root=1-2-3"));
        ServiceException refused = sqs.refused(
                SqsService.SEND_MESSAGE,
                request("m")
                        .messageSystemAttributes(Map.of(
                                "AWSTraceHeader",
                                MessageSystemAttributeValue.builder()
                                        .dataType("Number")
                                        .stringValue("1")
                                        .build()))
                        .build());
        assertThat(refused).hasMessageContaining("AWSTraceHeader");
    }

    @ParameterizedTest
    @CsvSource({
        "All, 3, 4c360f3fdafd970e05fae2f149d997f5",
        ".*, 3, 4c360f3fdafd970e05fae2f149d997f5",
        "*, 3, 4c360f3fdafd970e05fae2f149d997f5",
        "Hel.*, 2, 83fee93c1bcd8b9a5a923ffacdc636c7",
        "Hello, 1, a311262e065454b75da111d535b8dacd",
        "Help, 0,",
        "AWS., 0,"
    })
    void messageAttributesAreThoseAskedFor(String filter, int count, @org.jspecify.annotations.Nullable String md5) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("Help.Me", string("Me"));
        attributes.put("Hello", string("There"));
        attributes.put("General", string("Kenobi"));
        SendMessageResult sent = send(request("msg").messageAttributes(attributes));
        Message received = sqs.receive(receiving(url).messageAttributeNames(List.of(filter)))
                .get(0);

        assertThat(sent.md5OfMessageAttributes()).isEqualTo("4c360f3fdafd970e05fae2f149d997f5");
        Map<String, MessageAttributeValue> shown = received.messageAttributes();
        assertThat(shown == null ? 0 : shown.size()).isEqualTo(count);
        assertThat(received.md5OfMessageAttributes()).isEqualTo(md5);
    }

    @Test
    void binaryAttributesAreDigestedAsBytes() {
        Blob bytes = Blob.ofUtf8("traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01");
        MessageAttributeValue value = MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(bytes)
                .build();

        assertThat(send(request("test").messageAttributes(Map.of("attr1", value)))
                        .md5OfMessageAttributes())
                .isEqualTo("8cbe4db156db8a94db8b801b7addb984");
    }

    @Test
    void numberAttributesAreDigestedAsText() {
        assertThat(send(request("test").messageAttributes(Map.of("timestamp", value("Number", "1493147359900"))))
                        .md5OfMessageAttributes())
                .isEqualTo("235c5c510d26fb653d073faed50ae77c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3.14", "1e5", "-0.5E-3", "99999999999999999999999999999999999999"})
    void numbersAreNumbers(String number) {
        assertThat(send(request("m").messageAttributes(Map.of("n", value("Number.custom", number))))
                        .messageId())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,5", "NaN", "0x10", "1e127"})
    void otherTextIsNoNumber(String number) {
        assertThat(refusedAttribute("Hello", value("Number", number)))
                .isEqualTo(
                        "400 InvalidParameterValue: Can't cast the value of message (user) attribute 'Hello' to a number.");
    }

    @Test
    void attributesHaveATypeAndAValue() {
        assertThat(refusedAttribute("a", string("")))
                .isEqualTo(
                        "400 InvalidParameterValue: Message (user) attribute 'a' must contain a non-empty value of type"
                                + " 'String'.");
        assertThat(refusedAttribute("a", value("Binary", "x"))).contains("non-empty value of type 'Binary'");
        assertThat(refusedAttribute("a", value("", "x")))
                .isEqualTo(
                        "400 InvalidParameterValue: Message (user) attribute 'a' must contain a non-empty attribute type.");
        assertThat(refusedAttribute(
                        "a", MessageAttributeValue.builder().stringValue("x").build()))
                .contains("must contain a non-empty attribute type.");
        for (String type : List.of("string", "Strings", "Text", "String x")) {
            assertThat(refusedAttribute("a", value(type, "x")))
                    .isEqualTo(
                            "400 InvalidParameterValue: The type of message (user) attribute 'a' is invalid. You must use"
                                    + " only the following supported type prefixes: Binary, Number, String.");
        }
        assertThat(refusedAttribute("a", string("\u0001"))).contains("'#x1'");
        assertThat(refusedAttribute(
                        "a",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringListValues(List.of("x"))
                                .build()))
                .startsWith("400 AWS.SimpleQueueService.UnsupportedOperation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "AWS.x", "amazon.x", ".a", "a.", "a..b", "ä"})
    void namesOfAttributesAreLimited(String name) {
        assertThat(refusedAttribute(name, string("x"))).startsWith("400 InvalidParameterValue: ");
    }

    @Test
    void attributesAreLimitedInNumberAndLength() {
        Map<String, MessageAttributeValue> ten = new LinkedHashMap<>();
        for (int i = 0; i < SqsLimits.MESSAGE_ATTRIBUTES; i++) {
            ten.put("a" + i, string("x"));
        }
        assertThat(send(request("m").messageAttributes(ten)).messageId()).isNotEmpty();
        ten.put("one-more", string("x"));
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        request("m").messageAttributes(ten).build())))
                .isEqualTo(
                        "400 InvalidParameterValue: Number of message attributes [11] exceeds the allowed maximum [10].");
        String longest = "n".repeat(SqsLimits.MESSAGE_ATTRIBUTE_NAME_LENGTH);
        assertThat(send(request("m").messageAttributes(Map.of(longest, string("x"))))
                        .messageId())
                .isNotEmpty();
        assertThat(refusedAttribute(longest + "n", string("x"))).contains("must be shorter than 256 Bytes");
        String type = "String." + "t".repeat(SqsLimits.MESSAGE_ATTRIBUTE_TYPE_LENGTH - 7);
        assertThat(send(request("m").messageAttributes(Map.of("a", value(type, "x"))))
                        .messageId())
                .isNotEmpty();
        assertThat(refusedAttribute("a", value(type + "t", "x"))).contains("at most 256 bytes");
    }

    @Test
    void bodyIsOneByteToTheMaximumWithAttributes() {
        String small = sqs.queue("small", Map.of("MaximumMessageSize", "1024"));

        assertThat(sqs.send(small, "a".repeat(1024)).messageId()).isNotEmpty();
        assertThat(sqs.send(small, "€".repeat(341)).messageId()).isNotEmpty();
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        SendMessageRequest.builder()
                                .queueUrl(small)
                                .messageBody("€".repeat(342))
                                .build())))
                .isEqualTo(
                        "400 InvalidParameterValue: One or more parameters are invalid. Reason: Message must be shorter"
                                + " than 1024 bytes.");
        SendMessageRequest.Builder exact = SendMessageRequest.builder()
                .queueUrl(small)
                .messageBody("a".repeat(1016))
                .messageAttributes(Map.of("k", string("x")));
        assertThat(sqs.call(SqsService.SEND_MESSAGE, exact.build()).messageId()).isNotEmpty();
        SendMessageRequest.Builder over = SendMessageRequest.builder()
                .queueUrl(small)
                .messageBody("a".repeat(1017))
                .messageAttributes(Map.of("k", string("x")));
        assertThat(sqs.refused(SqsService.SEND_MESSAGE, over.build())).hasMessageContaining("shorter than 1024 bytes");
        assertThat(text(sqs.refused(SqsService.SEND_MESSAGE, request("").build())))
                .isEqualTo("400 MissingParameter: The request must contain the parameter MessageBody.");
    }

    @Test
    void messageOfOneMebibyteIsTheGreatest() {
        assertThat(sqs.send(url, "a".repeat(1_048_576)).messageId()).isNotEmpty();
        assertThat(sqs.refused(
                        SqsService.SEND_MESSAGE, request("a".repeat(1_048_577)).build()))
                .hasMessageContaining("Message must be shorter than 1048576 bytes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t\n\r", " ", "\uD7FF", "\uE000", "\uFFFD", "\uD83D\uDE00", "<&>\"'"})
    void charactersOfXmlAreLegal(String body) {
        sqs.send(url, body);

        assertThat(sqs.receive(url)).singleElement().satisfies(message -> assertThat(message.body())
                .isEqualTo(body));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "8, 8", "11, B", "31, 1F", "65534, FFFE", "65535, FFFF", "55357, D83D", "56832, DE00"})
    void otherCharactersAreNot(int code, String shown) {
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE, request("a" + (char) code).build())))
                .isEqualTo("400 InvalidMessageContents: Invalid binary character '#x" + shown
                        + "' was found in the message body, the set of allowed characters is #x9 | #xA | #xD |"
                        + " [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].");
    }

    @Test
    void delayIsAtMostFifteenMinutes() {
        send(request("a").delaySeconds(900));
        send(request("a").delaySeconds(0));
        for (int bad : new int[] {-1, 901}) {
            assertThat(text(sqs.refused(
                            SqsService.SEND_MESSAGE,
                            request("a").delaySeconds(bad).build())))
                    .isEqualTo("400 InvalidParameterValue: Value " + bad
                            + " for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.");
        }
    }

    @Test
    void fifoQueuesTakeNoDelayPerMessage() {
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        fifo("a")
                                .messageGroupId("g")
                                .messageDeduplicationId("d")
                                .delaySeconds(2)
                                .build())))
                .isEqualTo(
                        "400 InvalidParameterValue: Value 2 for parameter DelaySeconds is invalid. Reason: The request"
                                + " include parameter that is not valid for this queue type.");
        assertThat(send(fifo("a")
                                .messageGroupId("g")
                                .messageDeduplicationId("d")
                                .delaySeconds(0))
                        .messageId())
                .isNotEmpty();
    }

    @Test
    void fifoMessagesNeedGroupAndDeduplication() {
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        fifo("a").messageDeduplicationId("d").build())))
                .isEqualTo("400 MissingParameter: The request must contain the parameter MessageGroupId.");
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE, fifo("a").messageGroupId("g").build())))
                .isEqualTo(
                        "400 InvalidParameterValue: The queue should either have ContentBasedDeduplication enabled or"
                                + " MessageDeduplicationId provided explicitly");
    }

    @Test
    void contentStandsForTheDeduplicationId() {
        String byContent = sqs.queue("content.fifo", Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true"));
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .queueUrl(byContent)
                .messageBody("same")
                .messageGroupId("g");
        SendMessageResult first = sqs.call(SqsService.SEND_MESSAGE, request.build());
        SendMessageResult second = sqs.call(
                SqsService.SEND_MESSAGE,
                SendMessageRequest.builder()
                        .queueUrl(byContent)
                        .messageBody("same")
                        .messageGroupId("h")
                        .messageAttributes(Map.of("differs", string("x")))
                        .build());

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber());
        assertThat(second.md5OfMessageAttributes()).as("of what was sent now").isNotNull();
        Message received =
                sqs.receive(receiving(byContent).attributeNames(List.of("All"))).get(0);
        assertThat(received.attributes())
                .containsEntry(
                        "MessageDeduplicationId", "0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5");
    }

    @Test
    void deduplicationCanBePerGroup() {
        String perGroup = sqs.queue("group.fifo", Map.of("FifoQueue", "true", "DeduplicationScope", "messageGroup"));
        for (String group : List.of("g", "h", "g")) {
            sqs.call(
                    SqsService.SEND_MESSAGE,
                    SendMessageRequest.builder()
                            .queueUrl(perGroup)
                            .messageBody("m")
                            .messageGroupId(group)
                            .messageDeduplicationId("same")
                            .build());
        }

        assertThat(sqs.attributes(perGroup, "ApproximateNumberOfMessages"))
                .containsEntry("ApproximateNumberOfMessages", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "group 123", "ä"})
    void tokensArePunctuationAndWords(String token) {
        String reason = " can only include alphanumeric and punctuation characters. 1 to 128 in length.";
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        request("m").messageGroupId(token).build())))
                .isEqualTo("400 InvalidParameterValue: Value " + token
                        + " for parameter MessageGroupId is invalid. Reason: MessageGroupId" + reason);
        assertThat(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        fifo("m")
                                .messageGroupId("g")
                                .messageDeduplicationId(token)
                                .build()))
                .hasMessage("Value " + token + " for parameter MessageDeduplicationId is invalid. Reason:"
                        + " MessageDeduplicationId" + reason);
        assertThat(sqs.refused(
                        SqsService.RECEIVE_MESSAGE,
                        receiving(fifoUrl).receiveRequestAttemptId(token).build()))
                .hasMessageContaining("ReceiveRequestAttemptId" + reason);
    }

    @Test
    void tokensHaveUpTo128Characters() {
        String longest = "!~".repeat(64);
        assertThat(send(fifo("m").messageGroupId(longest).messageDeduplicationId(longest))
                        .messageId())
                .isNotEmpty();
        assertThat(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        request("m").messageGroupId(longest + "x").build()))
                .hasMessageContaining("1 to 128 in length.");
    }

    @Test
    void standardQueuesKnowGroupsButNoDeduplication() {
        assertThat(send(request("m").messageGroupId("tenant-1")).messageId()).isNotEmpty();
        assertThat(attributes(receiving(url).attributeNames(List.of("All"))))
                .containsEntry("MessageGroupId", "tenant-1");
        assertThat(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        request("m").messageDeduplicationId("d").build()))
                .hasMessage(
                        "Value d for parameter MessageDeduplicationId is invalid. Reason: The request include parameter"
                                + " that is not valid for this queue type.");
        assertThat(sqs.refused(
                        SqsService.RECEIVE_MESSAGE,
                        receiving(url).receiveRequestAttemptId("a").build()))
                .hasMessageContaining("not valid for this queue type");
    }

    @Test
    void receiveIsWithinItsLimits() {
        for (int good : new int[] {1, 10}) {
            assertThat(sqs.receive(receiving(url).maxNumberOfMessages(good))).isEmpty();
        }
        for (int bad : new int[] {0, 11, -1}) {
            assertThat(text(refused(receiving(url).maxNumberOfMessages(bad))))
                    .isEqualTo(
                            "400 InvalidParameterValue: Value " + bad
                                    + " for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.");
        }
        for (int bad : new int[] {-1, 21}) {
            assertThat(text(refused(receiving(url).waitTimeSeconds(bad))))
                    .isEqualTo(
                            "400 InvalidParameterValue: Value " + bad
                                    + " for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.");
        }
        for (int bad : new int[] {-1, 43_201}) {
            assertThat(refused(receiving(url).visibilityTimeout(bad)))
                    .hasMessageContaining("Reason: Must be >= 0 and <= 43200, if provided.");
        }
        assertThat(sqs.receive(receiving(url).visibilityTimeout(43_200))).isEmpty();
    }

    @Test
    void visibilityTimeoutIsAtMostTwelveHours() {
        for (int bad : new int[] {-1, 43_201}) {
            assertThat(text(sqs.refused(
                            SqsService.CHANGE_MESSAGE_VISIBILITY,
                            ChangeMessageVisibilityRequest.builder()
                                    .queueUrl(url)
                                    .receiptHandle("x")
                                    .visibilityTimeout(bad)
                                    .build())))
                    .isEqualTo(
                            "400 InvalidParameterValue: Value " + bad + " for parameter VisibilityTimeout is invalid."
                                    + " Reason: VisibilityTimeout must be an integer between 0 and 43200.");
        }
        sqs.send(url, "m");
        String handle = String.valueOf(
                sqs.receive(receiving(url).visibilityTimeout(10)).get(0).receiptHandle());
        sqs.call(
                SqsService.CHANGE_MESSAGE_VISIBILITY,
                ChangeMessageVisibilityRequest.builder()
                        .queueUrl(url)
                        .receiptHandle(handle)
                        .visibilityTimeout(43_200)
                        .build());
    }

    @Test
    void malformedHandleIsNotFound() {
        assertThat(text(sqs.refused(
                        SqsService.DELETE_MESSAGE,
                        DeleteMessageRequest.builder()
                                .queueUrl(url)
                                .receiptHandle("garbage")
                                .build())))
                .isEqualTo(
                        "404 ReceiptHandleIsInvalid: The input receipt handle \"garbage\" is not a valid receipt handle.");
    }

    @Test
    void missingParametersAreNamed() {
        assertThat(text(sqs.refused(
                        SqsService.SEND_MESSAGE,
                        SendMessageRequest.builder().queueUrl(url).build())))
                .isEqualTo("400 MissingParameter: The request must contain the parameter MessageBody.");
        assertThat(text(sqs.refused(
                        SqsService.RECEIVE_MESSAGE,
                        ReceiveMessageRequest.builder().build())))
                .isEqualTo("400 MissingParameter: The request must contain the parameter QueueUrl.");
    }

    @Test
    void callerWhoLeavesTakesNoMessage() {
        CompletableFuture<ReceiveMessageResult> poll = sqs.start(
                SqsService.RECEIVE_MESSAGE, receiving(url).waitTimeSeconds(20).build());
        assertThat(poll).isNotDone();
        sqs.lastCall().cancel();
        sqs.send(url, "m");

        assertThat(messages(poll.join())).isEmpty();
        assertThat(sqs.receive(url)).hasSize(1);
    }

    @Test
    void waitingCallerGetsTheMessage() {
        CompletableFuture<ReceiveMessageResult> poll = sqs.start(
                SqsService.RECEIVE_MESSAGE, receiving(url).waitTimeSeconds(20).build());
        sqs.send(url, "m");

        assertThat(messages(poll.join())).singleElement().satisfies(message -> assertThat(message.body())
                .isEqualTo("m"));
    }

    private SendMessageRequest.Builder request(String body) {
        return SendMessageRequest.builder().queueUrl(url).messageBody(body);
    }

    private SendMessageRequest.Builder fifo(String body) {
        return SendMessageRequest.builder().queueUrl(fifoUrl).messageBody(body);
    }

    private SendMessageResult send(SendMessageRequest.Builder request) {
        return sqs.call(SqsService.SEND_MESSAGE, request.build());
    }

    private ServiceException refused(ReceiveMessageRequest.Builder request) {
        return sqs.refused(SqsService.RECEIVE_MESSAGE, request.build());
    }

    private String refusedAttribute(String name, MessageAttributeValue value) {
        return text(sqs.refused(
                SqsService.SEND_MESSAGE,
                request("m").messageAttributes(Map.of(name, value)).build()));
    }

    private Map<String, String> attributes(ReceiveMessageRequest.Builder request) {
        Map<String, String> attributes = sqs.receive(request).get(0).attributes();
        return attributes == null ? Map.of() : attributes;
    }

    private static MessageAttributeValue string(String text) {
        return value("String", text);
    }

    private static MessageAttributeValue value(String type, String text) {
        return MessageAttributeValue.builder().dataType(type).stringValue(text).build();
    }
}

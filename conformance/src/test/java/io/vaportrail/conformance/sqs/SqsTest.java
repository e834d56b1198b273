package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * A behaviour of SQS, tried over each protocol in turn with the SDK that speaks it. A test has the clock in its hand: nothing
 * comes back into view, expires or moves unless the test advances time.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Protocol.class)
@EmulatorTest
abstract class SqsTest {
    static final String ACCOUNT = "000000000000";

    /** A timeout that outlives any test that does not move time further than this. */
    static final int TWELVE_HOURS = 43_200;

    @Parameter
    Protocol protocol = Protocol.AWS_JSON;

    TestEmulator emulator;
    SqsClient sqs;

    @BeforeEach
    final void connect(TestEmulator started) {
        emulator = started;
        sqs = as("app");
    }

    /** SQS as another caller sees it. */
    SqsClient as(String accessKey) {
        return emulator.clients().sqs(protocol, accessKey);
    }

    String create(String name) {
        return create(name, Map.of());
    }

    String create(String name, Map<String, String> attributes) {
        return sqs.createQueue(r -> r.queueName(name).attributesWithStrings(attributes))
                .queueUrl();
    }

    /** A FIFO queue that takes the deduplication id from the body. */
    String createFifo(String name) {
        return createFifo(name, Map.of("ContentBasedDeduplication", "true"));
    }

    String createFifo(String name, Map<String, String> attributes) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.put("FifoQueue", "true");
        return create(name, all);
    }

    static String arn(String name) {
        return "arn:aws:sqs:us-east-1:" + ACCOUNT + ":" + name;
    }

    static String redrivePolicy(String deadLetterQueue, int maxReceiveCount) {
        return "{\"deadLetterTargetArn\":\"" + arn(deadLetterQueue) + "\",\"maxReceiveCount\":" + maxReceiveCount + "}";
    }

    void set(String url, String attribute, String value) {
        sqs.setQueueAttributes(r -> r.queueUrl(url).attributesWithStrings(Map.of(attribute, value)));
    }

    Map<String, String> attributes(String url) {
        return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings();
    }

    /** What {@code ApproximateNumberOfMessages}, {@code …NotVisible} and {@code …Delayed} say. */
    record Counts(int visible, int notVisible, int delayed) {}

    Counts counts(String url) {
        Map<String, String> all = attributes(url);
        return new Counts(
                Integer.parseInt(all.get("ApproximateNumberOfMessages")),
                Integer.parseInt(all.get("ApproximateNumberOfMessagesNotVisible")),
                Integer.parseInt(all.get("ApproximateNumberOfMessagesDelayed")));
    }

    SendMessageResponse send(String url, String body) {
        return sqs.sendMessage(r -> r.queueUrl(url).messageBody(body));
    }

    void sendAll(String url, String... bodies) {
        for (String body : bodies) {
            send(url, body);
        }
    }

    SendMessageResponse sendToGroup(String url, String group, String body) {
        return sqs.sendMessage(r -> r.queueUrl(url).messageBody(body).messageGroupId(group));
    }

    /** Up to ten messages, as they are. */
    List<Message> receive(String url) {
        return receive(url, r -> {});
    }

    List<Message> receive(String url, Consumer<ReceiveMessageRequest.Builder> more) {
        return sqs.receiveMessage(r -> more.accept(r.queueUrl(url).maxNumberOfMessages(10)))
                .messages();
    }

    List<String> receiveBodies(String url) {
        return bodies(receive(url));
    }

    Message receiveOne(String url) {
        return receiveOne(url, r -> {});
    }

    Message receiveOne(String url, Consumer<ReceiveMessageRequest.Builder> more) {
        List<Message> messages = sqs.receiveMessage(
                        r -> more.accept(r.queueUrl(url).maxNumberOfMessages(1)))
                .messages();
        assertThat(messages).as("messages of one receive").hasSize(1);
        return messages.get(0);
    }

    void delete(String url, Message message) {
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    void changeVisibility(String url, Message message, int seconds) {
        sqs.changeMessageVisibility(
                r -> r.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
    }

    /** The value that must be there. */
    static <K, V> V valueOf(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> key + " in " + map);
    }

    static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }

    static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    static void assertRefused(String code, int status, String message, ThrowingCallable call) {
        assertThat(AwsError.of(call)).isEqualTo(new AwsError(code, status, message));
    }

    /** For refusals whose wording AWS does not document. */
    static AwsError assertRefused(String code, int status, ThrowingCallable call) {
        AwsError error = AwsError.of(call);
        assertThat(error.code()).as(error::message).isEqualTo(code);
        assertThat(error.status()).as(error::message).isEqualTo(status);
        assertThat(error.message()).isNotBlank();
        return error;
    }

    static void assertInvalidParameter(String message, ThrowingCallable call) {
        assertRefused("InvalidParameterValue", 400, message, call);
    }

    static AwsError assertInvalidParameter(ThrowingCallable call) {
        return assertRefused("InvalidParameterValue", 400, call);
    }

    /** The wording differs between the protocols. */
    void assertNoSuchQueue(ThrowingCallable call) {
        assertRefused(
                "AWS.SimpleQueueService.NonExistentQueue",
                400,
                protocol.pick(
                        "The specified queue does not exist.",
                        "The specified queue does not exist for this wsdl version."),
                call);
    }
}

package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A behaviour of SNS. A test has the clock in its hand: nothing is retried or expires unless the test advances time. */
@EmulatorTest
abstract class SnsTest {
    static final String ACCOUNT = "000000000000";

    TestEmulator emulator;
    SnsClient sns;
    SqsClient sqs;

    @BeforeEach
    final void connect(TestEmulator started) {
        emulator = started;
        sns = started.clients().sns("app");
        sqs = started.clients().sqs(Protocol.AWS_JSON, "app");
    }

    String topic(String name) {
        return topic(name, Map.of());
    }

    String topic(String name, Map<String, String> attributes) {
        return sns.createTopic(r -> r.name(name).attributes(attributes)).topicArn();
    }

    String fifoTopic(String name) {
        return topic(name, Map.of("FifoTopic", "true", "ContentBasedDeduplication", "true"));
    }

    static String topicArn(String name) {
        return "arn:aws:sns:us-east-1:" + ACCOUNT + ":" + name;
    }

    static String queueArn(String name) {
        return "arn:aws:sqs:us-east-1:" + ACCOUNT + ":" + name;
    }

    /** A queue that takes messages of any topic; its URL. */
    String queue(String name) {
        Map<QueueAttributeName, String> attributes = name.endsWith(".fifo")
                ? Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.POLICY, policy(name))
                : Map.of(QueueAttributeName.POLICY, policy(name));
        return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    }

    private static String policy(String name) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\""
                + queueArn(name) + "\"}]}";
    }

    String subscribe(String topicArn, String queueName, Map<String, String> attributes) {
        return sns.subscribe(r -> r.topicArn(topicArn)
                        .protocol("sqs")
                        .endpoint(queueArn(queueName))
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
                .subscriptionArn();
    }

    String subscribe(String topicArn, String queueName) {
        return subscribe(topicArn, queueName, Map.of());
    }

    String subscribeRaw(String topicArn, String queueName) {
        return subscribe(topicArn, queueName, Map.of("RawMessageDelivery", "true"));
    }

    String publish(String topicArn, String message) {
        return sns.publish(r -> r.topicArn(topicArn).message(message)).messageId();
    }

    Map<String, String> attributes(String subscriptionArn) {
        return sns.getSubscriptionAttributes(r -> r.subscriptionArn(subscriptionArn))
                .attributes();
    }

    void set(String subscriptionArn, String name, String value) {
        sns.setSubscriptionAttributes(
                r -> r.subscriptionArn(subscriptionArn).attributeName(name).attributeValue(value));
    }

    List<Message> receive(String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNamesWithStrings("All"))
                .messages();
    }

    List<String> bodies(String url) {
        return receive(url).stream().map(Message::body).toList();
    }

    /** The one message of a queue, unwrapped. */
    Map<String, @Nullable Object> receiveEnvelope(String url) {
        List<Message> messages = receive(url);
        assertThat(messages).hasSize(1);
        return json(messages.get(0).body());
    }

    static Map<String, @Nullable Object> json(String text) {
        return Objects.requireNonNull(Json.readObject(text), text);
    }

    static void assertRefused(String code, int status, String message, ThrowingCallable call) {
        assertThat(AwsError.of(call)).isEqualTo(new AwsError(code, status, message));
    }

    static void assertInvalid(String what, ThrowingCallable call) {
        assertRefused("InvalidParameter", 400, "Invalid parameter: " + what, call);
    }
}

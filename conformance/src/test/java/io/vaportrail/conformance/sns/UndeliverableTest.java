package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be delivered goes to the dead-letter queue of its subscription, and is not said to have been delivered. */
class UndeliverableTest extends SnsTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/delivery";

    private static Map<String, String> redriven(Map<String, String> others) {
        Map<String, String> attributes = new LinkedHashMap<>(others);
        attributes.put("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}");
        return attributes;
    }

    @ParameterizedTest
    @CsvSource({
        "lambda, arn:aws:lambda:us-east-1:000000000000:function:handler",
        "firehose, arn:aws:firehose:us-east-1:000000000000:deliverystream/archive"
    })
    void servicesThatAreNotThere(String protocol, String endpoint) {
        String topic = topic("orders");
        String dead = queue("dead");
        Map<String, String> attributes =
                redriven(protocol.equals("firehose") ? Map.of("SubscriptionRoleArn", ROLE) : Map.of());
        sns.subscribe(
                r -> r.topicArn(topic).protocol(protocol).endpoint(endpoint).attributes(attributes));

        publish(topic, "m");

        assertThat(receiveEnvelope(dead)).containsEntry("Message", "m");
    }

    @Test
    void numberWhoseOwnerWantsNone() {
        String topic = topic("orders");
        String dead = queue("dead");
        Wire wire = new Wire(emulator.endpoint());
        sns.subscribe(
                r -> r.topicArn(topic).protocol("sms").endpoint("+15550100").attributes(redriven(Map.of())));
        wire.post("/_vaportrail/sns/opted-out?phoneNumber=%2B15550100", "");

        publish(topic, "m");

        assertThat(bodies(dead)).containsExactly("m");
        assertThat(wire.get("/_vaportrail/sns/messages?kind=sms").body()).contains("\"messages\":[]");
    }

    @Test
    void queueThatIsGone() {
        String topic = topic("orders");
        String dead = queue("dead");
        subscribe(topic, "gone", redriven(Map.of("RawMessageDelivery", "true")));

        sns.publish(
                r -> r.topicArn(topic).message("m").messageAttributes(Map.of("a", PublishTest.text("String", "x"))));

        assertThat(receive(dead)).singleElement().satisfies(message -> assertThat(message.messageAttributes())
                .containsOnlyKeys("a"));
    }

    @Test
    void deadLetterQueueThatIsGoneToo() {
        String topic = topic("orders");
        subscribe(topic, "gone", redriven(Map.of()));

        assertThat(publish(topic, "m")).isNotEmpty();
    }
}

package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Protocol;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Topics deliver into queues of other accounts and regions, and the queue's policy decides. */
class AcrossBordersTest extends SnsTest {
    private static final String OTHER = "111122223333";

    private static String policy(String queueArn, String topicArn) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},\"Action\":\"sqs:SendMessage\",\"Resource\":\""
                + queueArn + "\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"" + topicArn + "\"}}}]}";
    }

    private static String queue(SqsClient client, String arn, String topicArn) {
        return client.createQueue(r -> r.queueName(arn.substring(arn.lastIndexOf(':') + 1))
                        .attributes(Map.of(QueueAttributeName.POLICY, policy(arn, topicArn))))
                .queueUrl();
    }

    private static List<String> bodiesOf(SqsClient client, String url) {
        return client.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(10)).messages().stream()
                .map(Message::body)
                .toList();
    }

    @Test
    void queueOfAnotherRegion() {
        String topic = topic("orders");
        String arn = "arn:aws:sqs:eu-central-1:" + ACCOUNT + ":inbox";
        SqsClient there = emulator.clients().sqs(Protocol.AWS_JSON, "app", "eu-central-1");
        String inbox = queue(there, arn, topic);
        SnsClient fromThere = emulator.clients().sns("app", "eu-central-1");

        assertInvalid(
                "TopicArn",
                () -> fromThere.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(arn)));
        sns.subscribe(
                r -> r.topicArn(topic).protocol("sqs").endpoint(arn).attributes(Map.of("RawMessageDelivery", "true")));
        publish(topic, "m");

        assertThat(bodiesOf(there, inbox)).containsExactly("m");
    }

    @Test
    void ownerOfTheQueueSubscribesItAtOnce() {
        String topic = topic("orders");
        String arn = "arn:aws:sqs:us-east-1:" + OTHER + ":inbox";
        SqsClient other = emulator.clients().sqs(Protocol.AWS_JSON, "bob@" + OTHER);
        SnsClient bob = emulator.clients().sns("bob@" + OTHER);
        String inbox = queue(other, arn, topic);

        String subscription = bob.subscribe(r -> r.topicArn(topic)
                        .protocol("sqs")
                        .endpoint(arn)
                        .attributes(Map.of("RawMessageDelivery", "true")))
                .subscriptionArn();
        publish(topic, "m");

        assertThat(bodiesOf(other, inbox)).containsExactly("m");
        assertThat(attributes(subscription)).containsEntry("Owner", OTHER);
        assertThat(bob.listSubscriptions().subscriptions()).hasSize(1);
        assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
        assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                .hasSize(1);
    }

    @Test
    void ownerOfTheQueueConfirmsWhatAnotherSubscribed() {
        String topic = topic("orders");
        String arn = "arn:aws:sqs:us-east-1:" + OTHER + ":inbox";
        SqsClient other = emulator.clients().sqs(Protocol.AWS_JSON, "bob@" + OTHER);
        String inbox = queue(other, arn, topic);

        String subscription = sns.subscribe(
                        r -> r.topicArn(topic).protocol("sqs").endpoint(arn))
                .subscriptionArn();
        assertThat(subscription).isEqualTo("pending confirmation");
        publish(topic, "not yet");
        Map<String, ?> asked = json(bodiesOf(other, inbox).get(0));
        assertThat(asked.get("Type")).isEqualTo("SubscriptionConfirmation");
        emulator.clients().sns("bob@" + OTHER).confirmSubscription(r -> r.topicArn(topic)
                .token(String.valueOf(asked.get("Token"))));
        publish(topic, "now");

        assertThat(bodiesOf(other, inbox)).singleElement().satisfies(body -> assertThat(json(body))
                .containsEntry("Message", "now"));
    }

    @Test
    void policyLetsItsTopicInAlone() {
        String wanted = topic("orders");
        String unwanted = topic("other");
        String inbox = queue(sqs, queueArn("inbox"), wanted);
        String dead = queue("dead");
        subscribeRaw(wanted, "inbox");
        subscribe(
                unwanted,
                "inbox",
                Map.of(
                        "RawMessageDelivery",
                        "true",
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"" + queueArn("dead") + "\"}"));

        publish(wanted, "in");
        publish(unwanted, "out");

        assertThat(bodies(inbox)).containsExactly("in");
        assertThat(bodies(dead)).containsExactly("out");
    }
}

package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;

/** Subscriptions: made, looked at, changed and ended. */
class SubscriptionTest extends SnsTest {
    private SubscribeResponse subscribeTo(String protocol, String endpoint) {
        return sns.subscribe(
                r -> r.topicArn(topicArn("orders")).protocol(protocol).endpoint(endpoint));
    }

    @Test
    void queueIsConfirmedAtOnce() {
        String topic = topic("orders");
        String arn = subscribe(topic, "inbox");

        assertThat(arn).startsWith(topic + ":");
        assertThat(attributes(arn))
                .containsOnly(
                        Map.entry("SubscriptionArn", arn),
                        Map.entry("TopicArn", topic),
                        Map.entry("Owner", ACCOUNT),
                        Map.entry("SubscriptionPrincipal", "arn:aws:iam::" + ACCOUNT + ":user/app"),
                        Map.entry("Protocol", "sqs"),
                        Map.entry("Endpoint", queueArn("inbox")),
                        Map.entry("PendingConfirmation", "false"),
                        Map.entry("ConfirmationWasAuthenticated", "true"),
                        Map.entry("RawMessageDelivery", "false"));
    }

    @Test
    void emailWaitsForItsConfirmation() {
        topic("orders");

        assertThat(subscribeTo("email", "a@example.com").subscriptionArn()).isEqualTo("pending confirmation");
        assertThat(sns.listSubscriptions().subscriptions()).singleElement().satisfies(found -> {
            assertThat(found.subscriptionArn()).isEqualTo("PendingConfirmation");
            assertThat(found.endpoint()).isEqualTo("a@example.com");
        });
    }

    @Test
    void whatNobodyConfirmsGoesAfterTwoDays() {
        topic("orders");
        subscribeTo("email", "a@example.com");

        emulator.advance(Duration.ofDays(2).minusMillis(1));
        assertThat(sns.listSubscriptions().subscriptions()).hasSize(1);
        emulator.advance(Duration.ofMillis(1));
        assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "carrier-pigeon, x, Amazon SNS does not support this protocol string: carrier-pigeon",
        "sqs, unknown, SQS endpoint ARN",
        "sqs, http://localhost/000000000000/inbox, SQS endpoint ARN",
        "http, https://example.com/, Endpoint must match the specified protocol",
        "https, https:///x, Endpoint must match the specified protocol",
        "email, nobody, Email address",
        "lambda, x, Lambda endpoint ARN",
        "sqs, arn:aws:sqs:us-east-1:000000000000:inbox.fifo, Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics"
    })
    void badEndpointsAreRefused(String protocol, String endpoint, String complaint) {
        topic("orders");

        assertInvalid(complaint, () -> subscribeTo(protocol, endpoint));
    }

    @ParameterizedTest
    @CsvSource({"+15--551234567", "NAA+15551234567", "+15551234567.", "/+15551234567"})
    void badPhoneNumbersAreRefused(String number) {
        topic("orders");

        assertRefused("InvalidParameter", 400, "Invalid SMS endpoint: " + number, () -> subscribeTo("sms", number));
    }

    @Test
    void topicMustExist() {
        assertRefused(
                "NotFound",
                404,
                "Topic does not exist",
                () -> sns.subscribe(
                        r -> r.topicArn(topicArn("absent")).protocol("sms").endpoint("+1234567890")));
    }

    @Test
    void subscribingAgainGivesTheSameSubscription() {
        String topic = topic("orders");
        String arn = subscribe(topic, "inbox", Map.of("RawMessageDelivery", "True"));

        assertThat(subscribe(topic, "inbox")).isEqualTo(arn);
        assertThat(subscribe(topic, "inbox", Map.of("RawMessageDelivery", "true")))
                .isEqualTo(arn);
        assertThat(subscribe(topic, "inbox", Map.of("FilterPolicyScope", "MessageAttributes")))
                .isEqualTo(arn);
        assertInvalid(
                "Attributes Reason: Subscription already exists with different attributes",
                () -> subscribe(topic, "inbox", Map.of("RawMessageDelivery", "false")));
        assertThat(attributes(arn)).containsEntry("RawMessageDelivery", "true");
    }

    @Test
    void endedSubscriptionIsGoneAndMayBeEndedAgain() {
        String topic = topic("orders");
        String arn = subscribe(topic, "inbox");

        sns.unsubscribe(r -> r.subscriptionArn(arn));
        sns.unsubscribe(r -> r.subscriptionArn(arn));

        assertRefused("NotFound", 404, "Subscription does not exist", () -> attributes(arn));
        assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                .isEmpty();
        assertInvalid("SubscriptionId", () -> sns.unsubscribe(r -> r.subscriptionArn(topic)));
    }

    @ParameterizedTest
    @CsvSource({
        "Unknown, x, AttributeName",
        "RawMessageDelivery, maybe, RawMessageDelivery: Invalid value [maybe]. Must be true or false.",
        "FilterPolicyScope, Both, 'FilterPolicyScope: Invalid value [Both]. Please use either MessageBody or MessageAttributes'",
        "RedrivePolicy, '{\"deadLetterTargetArn\":\"x\"}', RedrivePolicy: deadLetterTargetArn is an invalid arn",
        "FilterPolicy, '{\"a\":{\"b\":[1]}}', Filter policy scope MessageAttributes does not support nested filter policy"
    })
    void badAttributesAreRefused(String name, String value, String complaint) {
        String arn = subscribe(topic("orders"), "inbox");

        assertInvalid(complaint, () -> set(arn, name, value));
    }

    @Test
    void filterPolicyShowsItsScope() {
        String arn = subscribe(topic("orders"), "inbox");

        set(arn, "FilterPolicyScope", "MessageBody");
        assertThat(attributes(arn)).doesNotContainKey("FilterPolicyScope");
        set(arn, "FilterPolicy", "{\"a\":[\"b\"]}");
        assertThat(attributes(arn))
                .containsEntry("FilterPolicyScope", "MessageBody")
                .containsEntry("FilterPolicy", "{\"a\":[\"b\"]}");
        set(arn, "FilterPolicy", "");
        assertThat(attributes(arn)).doesNotContainKeys("FilterPolicyScope", "FilterPolicy");
    }

    @Test
    void topicsAreReachedInTheirRegionAlone() {
        String topic = topic("orders");
        SnsClient elsewhere = emulator.clients().sns("app", "eu-west-1");

        assertInvalid(
                "TopicArn",
                () -> elsewhere.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queueArn("inbox"))));
    }

    @Test
    void countsFollowTheSubscriptions() {
        String topic = topic("orders");
        String arn = subscribe(topic, "inbox");
        subscribeTo("email", "a@example.com");
        sns.unsubscribe(r -> r.subscriptionArn(arn));

        assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
                .containsEntry("SubscriptionsConfirmed", "0")
                .containsEntry("SubscriptionsPending", "1")
                .containsEntry("SubscriptionsDeleted", "1");
    }
}

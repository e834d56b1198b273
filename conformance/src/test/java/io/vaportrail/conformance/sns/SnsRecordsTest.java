package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Wire;
import io.vaportrail.conformance.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * The records of SNS: publishing is a data event without the message, all else is management.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/logging-using-cloudtrail.html">Logging SNS calls with CloudTrail</a>
 */
class SnsRecordsTest extends SnsTest {
    private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

    private Trail trail;

    @BeforeEach
    void look() {
        trail = new Trail(emulator);
    }

    @Test
    void creatingATopicIsManagement() {
        String topic = topic("orders");

        JsonNode record = trail.record("eventName=CreateTopic");

        assertThat(record.get("eventSource").asText()).isEqualTo("sns.amazonaws.com");
        assertThat(record.get("requestParameters").toString()).isEqualTo("{\"name\":\"orders\"}");
        assertThat(record.get("responseElements").toString()).isEqualTo("{\"topicArn\":\"" + topic + "\"}");
        assertThat(record.has("resources")).isFalse();
        assertThat(record.get("managementEvent").asBoolean()).isTrue();
        assertThat(record.get("readOnly").asBoolean()).isFalse();
    }

    @Test
    void publishingIsDataWithoutTheMessage() {
        String topic = topic("orders");
        PublishResponse answer =
                sns.publish(r -> r.topicArn(topic).message("very secret").subject("also secret"));

        JsonNode record = trail.record("eventName=Publish");

        assertThat(record.get("requestParameters").toString())
                .isEqualTo("{\"topicArn\":\"" + topic + "\",\"message\":\"" + HIDDEN + "\",\"subject\":\"" + HIDDEN
                        + "\"}");
        assertThat(record.get("responseElements").toString())
                .isEqualTo("{\"messageId\":\"" + answer.messageId() + "\"}");
        assertThat(record.get("resources").toString())
                .isEqualTo(
                        "[{\"accountId\":\"" + ACCOUNT + "\",\"type\":\"AWS::SNS::Topic\",\"ARN\":\"" + topic + "\"}]");
        assertThat(record.get("eventCategory").asText()).isEqualTo("Data");
        assertThat(record.get("managementEvent").asBoolean()).isFalse();
        assertThat(record.get("readOnly").asBoolean()).isFalse();
    }

    @Test
    void batchesHideTheirMessages() {
        String topic = topic("orders");
        sns.publishBatch(r -> r.topicArn(topic)
                .publishBatchRequestEntries(PublishBatchRequestEntry.builder()
                        .id("one")
                        .message("very secret")
                        .build()));

        JsonNode record = trail.record("eventName=PublishBatch");

        assertThat(record.toString()).doesNotContain("secret\"").contains("\"id\":\"one\"", HIDDEN);
        assertThat(record.get("resources").get(0).get("ARN").asText()).isEqualTo(topic);
    }

    @Test
    void readsAreManagementToo() {
        sns.getTopicAttributes(r -> r.topicArn(topic("orders")));

        JsonNode record = trail.record("eventName=GetTopicAttributes");

        assertThat(record.get("readOnly").asBoolean()).isTrue();
        assertThat(record.get("managementEvent").asBoolean()).isTrue();
        assertThat(record.get("responseElements").isNull()).isTrue();
    }

    @Test
    void refusedCallsNameTheException() {
        AwsError.of(() -> publish(topicArn("gone"), "m"));

        assertThat(trail.record("eventName=Publish").get("errorCode").asText()).isEqualTo("NotFoundException");
    }

    @Test
    void thePasswordOfAnEndpointIsHidden() {
        String topic = topic("orders");
        String endpoint = "https://user:correct-horse@localhost:1/inbox";
        sns.subscribe(r -> r.topicArn(topic).protocol("https").endpoint(endpoint));

        assertThat(trail.record("eventName=Subscribe")
                        .at("/requestParameters/endpoint")
                        .asText())
                .isEqualTo("https://user:" + HIDDEN + "@localhost:1/inbox");
        assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                .extracting(Subscription::endpoint)
                .containsExactly(endpoint);
    }

    @Test
    void deliveriesAreCallsOfTheService() {
        String topic = topic("orders");
        queue("inbox");
        subscribe(topic, "inbox");
        publish(topic, "m");

        JsonNode identity = trail.record("eventName=SendMessage").get("userIdentity");

        assertThat(identity.toString()).isEqualTo("{\"type\":\"AWSService\",\"invokedBy\":\"sns.amazonaws.com\"}");
    }

    @Test
    void linksThatAreFollowedUnsignedAreNotRecorded() {
        String topic = topic("orders");
        String arn = sns.subscribe(r -> r.topicArn(topic)
                        .protocol("email")
                        .endpoint("a@example.com")
                        .returnSubscriptionArn(true))
                .subscriptionArn();
        Wire wire = new Wire(emulator.endpoint());
        String token = String.valueOf(
                json(wire.get("/_vaportrail/sns/subscription-tokens/" + arn).body())
                        .get("subscription_token"));

        assertThat(wire.get("/?Action=ConfirmSubscription&TopicArn=" + topic + "&Token=" + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(wire.get("/?Action=Unsubscribe&SubscriptionArn=" + arn).statusCode())
                .isEqualTo(200);

        assertThat(trail.records("eventName=ConfirmSubscription")).isEmpty();
        assertThat(trail.records("eventName=Unsubscribe")).isEmpty();
    }
}

package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** What is done with topics, and what they do. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class SnsCalls {
    private SnsCalls() {}

    static void topics(GoldenWorld world) {
        SnsClient sns = world.sns("sarah@" + ACCOUNT);
        String topic = sns.createTopic(r -> r.name("orders")
                        .attributes(Map.of("DisplayName", "Orders"))
                        .tags(t -> t.key("Team").value("billing")))
                .topicArn();
        sns.setTopicAttributes(
                r -> r.topicArn(topic).attributeName("DisplayName").attributeValue("All orders"));
        sns.getTopicAttributes(r -> r.topicArn(topic));
        sns.listTopics(r -> {});
        sns.addPermission(r -> r.topicArn(topic)
                .label("friends")
                .awsAccountIds(GoldenWorld.OTHER_ACCOUNT)
                .actionNames("Publish"));
        sns.removePermission(r -> r.topicArn(topic).label("friends"));
        sns.tagResource(r -> r.resourceArn(topic).tags(t -> t.key("Stage").value("test")));
        sns.listTagsForResource(r -> r.resourceArn(topic));
        sns.untagResource(r -> r.resourceArn(topic).tagKeys("Stage"));
        String queue = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":orders";
        String subscription = sns.subscribe(r -> r.topicArn(topic)
                        .protocol("sqs")
                        .endpoint(queue)
                        .returnSubscriptionArn(true)
                        .attributes(Map.of("RawMessageDelivery", "true")))
                .subscriptionArn();
        sns.getSubscriptionAttributes(r -> r.subscriptionArn(subscription));
        sns.setSubscriptionAttributes(r ->
                r.subscriptionArn(subscription).attributeName("FilterPolicy").attributeValue("{\"kind\":[\"order\"]}"));
        sns.listSubscriptions(r -> {});
        sns.listSubscriptionsByTopic(r -> r.topicArn(topic));
        sns.unsubscribe(r -> r.subscriptionArn(subscription));
        AwsError.of(() -> sns.confirmSubscription(
                r -> r.topicArn(topic).token("0".repeat(64)).authenticateOnUnsubscribe("true")));
        sns.deleteTopic(r -> r.topicArn(topic));
        AwsError.of(() -> sns.getTopicAttributes(r -> r.topicArn(topic)));
    }

    static void publishing(GoldenWorld world) {
        SnsClient sns = world.sns("app@" + ACCOUNT);
        String topic = sns.createTopic(r -> r.name("orders")).topicArn();
        sns.publish(r -> r.topicArn(topic)
                .subject("An order")
                .message("two espressi")
                .messageAttributes(Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("order")
                                .build())));
        sns.publishBatch(
                r -> r.topicArn(topic).publishBatchRequestEntries(e -> e.id("a").message("first"), e -> e.id("b")
                        .message("second")));
        sns.publish(r -> r.phoneNumber("+12065550100").message("hello"));
        AwsError.of(() -> sns.publish(r -> r.topicArn(topic + "-gone").message("lost")));
        AwsError.of(() -> sns.publish(r -> r.topicArn(topic).message("")));
    }

    static void devices(GoldenWorld world) {
        SnsClient sns = world.sns("sarah@" + ACCOUNT);
        String application = sns.createPlatformApplication(
                        r -> r.name("phones").platform("GCM").attributes(Map.of("PlatformCredential", "a-server-key")))
                .platformApplicationArn();
        String endpoint = sns.createPlatformEndpoint(r -> r.platformApplicationArn(application)
                        .token("a-device-token")
                        .customUserData("nora"))
                .endpointArn();
        sns.setEndpointAttributes(r -> r.endpointArn(endpoint).attributes(Map.of("Enabled", "true")));
        sns.getEndpointAttributes(r -> r.endpointArn(endpoint));
        sns.listPlatformApplications(r -> {});
        sns.listEndpointsByPlatformApplication(r -> r.platformApplicationArn(application));
        sns.publish(r -> r.targetArn(endpoint).message("hello"));
        sns.setSMSAttributes(r -> r.attributes(Map.of("DefaultSMSType", "Transactional")));
        sns.getSMSAttributes(r -> {});
        sns.deleteEndpoint(r -> r.endpointArn(endpoint));
        sns.deletePlatformApplication(r -> r.platformApplicationArn(application));
    }
}

package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** How events reach queues, topics, log groups and other buses, and what becomes of those that do not. */
class DeliveryTest extends EventsTest {
    private void ruleTo(Target... targets) {
        events.putRule(r -> r.name("orders").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("orders").targets(targets));
    }

    private static Target withDeadLetters(String arn) {
        return target("t", arn).toBuilder()
                .deadLetterConfig(d -> d.arn(queueArn("dead")))
                .build();
    }

    private static String attribute(Message message, String name) {
        return Objects.requireNonNull(message.messageAttributes().get(name), name)
                .stringValue();
    }

    @Test
    void aTopicGetsTheEventAsItsMessage() {
        SnsClient sns = emulator.clients().sns("app");
        String topic = sns.createTopic(r -> r.name("orders")).topicArn();
        sns.setTopicAttributes(r -> r.topicArn(topic)
                .attributeName("Policy")
                .attributeValue("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Service\":\"events.amazonaws.com\"},\"Action\":\"sns:Publish\",\"Resource\":\"" + topic
                        + "\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"" + ruleArn("orders") + "\"}}}]}"));
        sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queue("orders")));
        ruleTo(target("topic", topic));

        String id = put("{\"id\":7}");

        List<Message> messages = messages("orders", 20);
        assertThat(messages).hasSize(1);
        Map<String, @Nullable Object> envelope = json(messages.get(0).body());
        assertThat(json(String.valueOf(envelope.get("Message"))))
                .containsEntry("id", id)
                .containsEntry("detail", Map.of("id", 7));
        assertThat(envelope).doesNotContainKey("Subject");
    }

    @Test
    void aFifoQueueGetsTheGroup() {
        String arn = queueArn("orders.fifo");
        sqs.createQueue(r -> r.queueName("orders.fifo")
                .attributes(Map.of(
                        QueueAttributeName.FIFO_QUEUE,
                        "true",
                        QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
                        "true",
                        QueueAttributeName.POLICY,
                        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sqs:*\",\"Resource\":\""
                                + arn + "\"}]}")));
        ruleTo(target("queue", arn).toBuilder()
                .sqsParameters(p -> p.messageGroupId("orders"))
                .build());

        put("{}");

        String url = sqs.getQueueUrl(r -> r.queueName("orders.fifo")).queueUrl();
        Message message = sqs.receiveMessage(r -> r.queueUrl(url).attributeNamesWithStrings("All"))
                .messages()
                .get(0);
        assertThat(message.attributesAsStrings()).containsEntry("MessageGroupId", "orders");
    }

    @Test
    void aLogGroupGetsEventsThatItsPolicyLetsIn() {
        CloudWatchLogsClient logs = emulator.clients().logs("app");
        logs.createLogGroup(r -> r.logGroupName("/aws/events/orders"));
        String arn = "arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/orders";
        queue("dead");
        ruleTo(withDeadLetters(arn));

        put("{}");
        assertThat(attribute(only("dead"), "ERROR_CODE")).isEqualTo("NO_PERMISSIONS");

        logs.putResourcePolicy(r -> r.policyName("events")
                .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Service\":[\"events.amazonaws.com\",\"delivery.logs.amazonaws.com\"]},"
                        + "\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],\"Resource\":\"" + arn
                        + ":*\"}]}"));
        String first = put("{\"n\":1}");
        String second = put("{\"n\":2}");
        settle();

        List<FilteredLogEvent> written =
                logs.filterLogEvents(r -> r.logGroupName("/aws/events/orders")).events();
        assertThat(written).hasSize(2);
        assertThat(written.get(0).message()).contains(first);
        assertThat(written.get(1).message()).contains(second);
        assertThat(written.get(0).logStreamName()).isEqualTo(written.get(1).logStreamName());
        assertThat(messages("dead")).isEmpty();
    }

    @Test
    void aLogGroupGetsTheTimestampAndMessageOfATemplate() {
        CloudWatchLogsClient logs = emulator.clients().logs("app");
        logs.createLogGroup(r -> r.logGroupName("orders"));
        String arn = "arn:aws:logs:us-east-1:000000000000:log-group:orders";
        logs.putResourcePolicy(r -> r.policyName("events")
                .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Service\":\"events.amazonaws.com\"},\"Action\":\"logs:*\",\"Resource\":\"*\"}]}"));
        long at = emulator.now().toEpochMilli() - 5000;
        ruleTo(target("logs", arn + ":*").toBuilder()
                .inputTransformer(t -> t.inputPathsMap(Map.of("at", "$.detail.at", "what", "$.detail.what"))
                        .inputTemplate("{\"timestamp\": <at>, \"message\": \"order <what>\"}"))
                .build());

        put("{\"at\":" + at + ",\"what\":\"paid\"}");
        settle();

        FilteredLogEvent written =
                logs.filterLogEvents(r -> r.logGroupName("orders")).events().get(0);
        assertThat(written.message()).isEqualTo("order paid");
        assertThat(written.timestamp()).isEqualTo(at);
    }

    @Test
    void anotherBusGetsTheEventAsItIs() {
        events.createEventBus(r -> r.name("shop"));
        events.putRule(r -> r.name("inner").eventBusName("shop").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("inner").eventBusName("shop").targets(target("q", queue("inner"))));
        ruleTo(target("bus", busArn("shop")));

        String id = put("{\"n\":1}");

        assertThat(onlyEvent("inner")).containsEntry("id", id).containsEntry("account", ACCOUNT);
    }

    @Test
    void anEventGoesOneStepFromBusToBus() {
        events.createEventBus(r -> r.name("second"));
        events.createEventBus(r -> r.name("third"));
        queue("dead");
        events.putRule(r -> r.name("on").eventBusName("second").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("on").eventBusName("second").targets(withDeadLetters(busArn("third"))));
        events.putRule(r -> r.name("last").eventBusName("third").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("last").eventBusName("third").targets(target("q", queue("third"))));
        ruleTo(target("bus", busArn("second")));

        put("{}");

        assertThat(messages("third")).isEmpty();
        assertThat(attribute(only("dead"), "ERROR_CODE")).endsWith("_HOP_DETECTED");
        put("second", "{}");
        assertThat(messages("third")).hasSize(1);
    }

    @Test
    void busesThatSendToEachOtherDoNotGoRound() {
        events.createEventBus(r -> r.name("other"));
        ruleTo(target("bus", busArn("other")), target("q", queue("here")));
        events.putRule(r -> r.name("back").eventBusName("other").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("back").eventBusName("other").targets(target("bus", busArn("default"))));

        put("{}");

        assertThat(messages("here")).hasSize(1);
    }

    @Test
    void aBusOfAnotherAccountLetsInWhomItsPolicyNames() {
        EventBridgeClient other = emulator.clients().eventBridge(OTHER_ACCOUNT);
        String arn = "arn:aws:events:us-east-1:111111111111:event-bus/default";
        queue("theirs");
        queue("dead");
        other.putRule(r -> r.name("in").eventPattern(PATTERN));
        other.putTargets(r -> r.rule("in").targets(target("q", queueArn("theirs"))));
        ruleTo(withDeadLetters(arn));

        put("{}");
        assertThat(attribute(only("dead"), "ERROR_CODE")).isEqualTo("NO_PERMISSIONS");

        other.putPermission(r -> r.action("events:PutEvents").principal(ACCOUNT).statementId("friend"));
        String id = put("{}");
        assertThat(onlyEvent("theirs")).containsEntry("id", id).containsEntry("account", ACCOUNT);
    }

    @Test
    void overTheBorderOfARegionAnEventGetsAnIdOfItsOwn() {
        EventBridgeClient elsewhere = emulator.clients().eventBridge("app", "eu-west-1");
        elsewhere.putRule(r -> r.name("in").eventPattern(PATTERN));
        String there = "arn:aws:sqs:eu-west-1:000000000000:there";
        var queues = emulator.clients().sqs(Protocol.AWS_JSON, "app", "eu-west-1");
        String url = queues.createQueue(r -> r.queueName("there")
                        .attributes(Map.of(
                                QueueAttributeName.POLICY,
                                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sqs:*\","
                                        + "\"Resource\":\"*\"}]}")))
                .queueUrl();
        elsewhere.putTargets(r -> r.rule("in").targets(target("q", there)));
        ruleTo(target("bus", "arn:aws:events:eu-west-1:000000000000:event-bus/default"));

        String id = put("{}");

        Map<String, @Nullable Object> event = json(
                queues.receiveMessage(r -> r.queueUrl(url)).messages().get(0).body());
        assertThat(event).containsEntry("region", "us-east-1").doesNotContainEntry("id", id);
    }

    @Test
    void aQueueThatDoesNotLetEventsInIsNotTriedAgain() {
        sqs.createQueue(r -> r.queueName("closed"));
        queue("dead");
        ruleTo(withDeadLetters(queueArn("closed")));

        put("{\"n\":1}");

        Message dead = only("dead");
        assertThat(json(dead.body())).containsEntry("detail", Map.of("n", 1));
        assertThat(attribute(dead, "RULE_ARN")).isEqualTo(ruleArn("orders"));
        assertThat(attribute(dead, "TARGET_ARN")).isEqualTo(queueArn("closed"));
        assertThat(attribute(dead, "ERROR_CODE")).isEqualTo("NO_PERMISSIONS");
        assertThat(attribute(dead, "ERROR_MESSAGE")).isNotBlank();
        assertThat(dead.messageAttributes()).doesNotContainKey("RETRY_ATTEMPTS");
        advance(Duration.ofHours(25));
        assertThat(messages("dead")).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid() {
        queue("dead");
        ruleTo(
                withDeadLetters(queueArn("gone")),
                withDeadLetters("arn:aws:lambda:us-east-1:000000000000:function:f").toBuilder()
                        .id("lambda")
                        .build());

        put("{}");

        List<Message> dead = messages("dead");
        assertThat(dead).hasSize(2).allSatisfy(m -> assertThat(attribute(m, "ERROR_CODE"))
                .isEqualTo("NO_RESOURCE"));
        assertThat(metric("FailedInvocations", "orders")).isEqualTo(2);
        assertThat(metric("InvocationsSentToDlq", "orders")).isEqualTo(2);
    }

    @Test
    void aRoleMustExistAndTrustEvents() {
        queue("orders");
        queue("dead");
        String role = "arn:aws:iam::000000000000:role/events";
        ruleTo(withDeadLetters(queueArn("orders")).toBuilder().roleArn(role).build());

        put("{}");
        assertThat(attribute(only("dead"), "ERROR_CODE")).isEqualTo("FAILED_TO_ASSUME_ROLE");

        emulator.clients().iam("test").createRole(r -> r.roleName("events")
                .assumeRolePolicyDocument("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"));
        put("{}");
        settle();
        assertThat(messages("orders")).hasSize(1);
    }

    @Test
    void matchesAndInvocationsAreCounted() {
        ruleToQueue("orders");

        put("{}");
        put("{}");
        events.putEvents(r -> r.entries(PutEventsRequestEntry.builder()
                .source("other")
                .detailType("x")
                .detail("{}")
                .build()));

        for (String name : List.of("MatchedEvents", "TriggeredRules", "Invocations", "InvocationAttempts")) {
            assertThat(metric(name, "orders")).as(name).isEqualTo(2);
        }
        assertThat(metric("FailedInvocations", "orders")).isZero();
    }
}

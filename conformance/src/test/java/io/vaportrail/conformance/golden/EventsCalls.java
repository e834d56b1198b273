package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** What is done with event buses and rules. No trail gets PutEvents; it is here since its details must not be. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class EventsCalls {
    private static final String PATTERN = "{\"source\":[\"shop.orders\"]}";

    private EventsCalls() {}

    static void buses(GoldenWorld world) {
        EventBridgeClient events = world.events("sarah@" + ACCOUNT);
        events.createEventBus(
                r -> r.name("shop").description("what the shop tells").tags(t -> t.key("Team")
                        .value("billing")));
        events.describeEventBus(r -> r.name("shop"));
        events.updateEventBus(r -> r.name("shop").description("all that the shop tells"));
        events.putPermission(r -> r.eventBusName("shop")
                .action("events:PutEvents")
                .principal(GoldenWorld.OTHER_ACCOUNT)
                .statementId("friends"));
        events.removePermission(r -> r.eventBusName("shop").statementId("friends"));
        events.listEventBuses(r -> r.namePrefix("shop").limit(10));
        events.deleteEventBus(r -> r.name("shop"));
        AwsError.of(() -> events.deleteEventBus(r -> r.name("shop")));
    }

    static void rules(GoldenWorld world) {
        EventBridgeClient events = world.events("sarah@" + ACCOUNT);
        String arn = events.putRule(r -> r.name("orders")
                        .eventPattern(PATTERN)
                        .state(RuleState.ENABLED)
                        .description("all orders")
                        .tags(t -> t.key("Team").value("billing")))
                .ruleArn();
        events.describeRule(r -> r.name("orders"));
        events.listRules(r -> r.namePrefix("ord"));
        String queue = "arn:aws:sqs:us-east-1:" + ACCOUNT + ":orders";
        events.putTargets(r -> r.rule("orders").targets(t -> t.id("queue")
                .arn(queue)
                .inputTransformer(
                        i -> i.inputPathsMap(Map.of("id", "$.detail.id")).inputTemplate("{\"order\": <id>}"))
                .retryPolicy(p -> p.maximumRetryAttempts(3).maximumEventAgeInSeconds(3600))
                .deadLetterConfig(d -> d.arn(queue + "-dead"))));
        events.listTargetsByRule(r -> r.rule("orders"));
        events.listRuleNamesByTarget(r -> r.targetArn(queue));
        events.testEventPattern(r -> r.eventPattern(PATTERN)
                .event("{\"id\":\"1\",\"account\":\"" + ACCOUNT + "\",\"source\":\"shop.orders\",\"time\":"
                        + "\"2026-01-01T00:00:00Z\",\"region\":\"us-east-1\",\"resources\":[],\"detail-type\":\"x\"}"));
        events.tagResource(r -> r.resourceARN(arn).tags(t -> t.key("Stage").value("test")));
        events.listTagsForResource(r -> r.resourceARN(arn));
        events.untagResource(r -> r.resourceARN(arn).tagKeys("Stage"));
        events.disableRule(r -> r.name("orders"));
        events.enableRule(r -> r.name("orders"));
        events.putEvents(r -> r.entries(
                e -> e.source("shop.orders").detailType("Order placed").detail("{\"id\":7}")));
        AwsError.of(() -> events.deleteRule(r -> r.name("orders")));
        events.removeTargets(r -> r.rule("orders").ids("queue"));
        events.deleteRule(r -> r.name("orders"));
        events.putRule(r -> r.name("tick").scheduleExpression("rate(5 minutes)"));
        AwsError.of(() -> events.putRule(r -> r.name("orders").eventPattern("{\"source\":\"shop.orders\"}")));
    }
}

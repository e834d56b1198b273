package io.vaportrail.conformance.golden;

import static io.vaportrail.conformance.golden.GoldenWorld.ACCOUNT;
import static io.vaportrail.conformance.golden.GoldenWorld.OTHER_ACCOUNT;

import io.vaportrail.conformance.fixture.AwsError;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** What is done with event buses and rules; the events themselves are not recorded. */
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
final class EventsCalls {
    private static final String BUS = "arn:aws:events:us-east-1:" + ACCOUNT + ":event-bus/shop";

    private EventsCalls() {}

    static void buses(GoldenWorld world) {
        EventBridgeClient events = world.events("sarah@" + ACCOUNT);
        events.createEventBus(r ->
                r.name("shop").description("orders").tags(t -> t.key("Team").value("billing")));
        events.describeEventBus(r -> r.name("shop"));
        events.listEventBuses(r -> r.namePrefix("sh"));
        events.updateEventBus(r -> r.name("shop").description("orders and invoices"));
        events.putPermission(r -> r.eventBusName("shop")
                .statementId("partner")
                .action("events:PutEvents")
                .principal(OTHER_ACCOUNT));
        events.removePermission(r -> r.eventBusName("shop").statementId("partner"));
        events.tagResource(r -> r.resourceARN(BUS).tags(t -> t.key("Stage").value("test")));
        events.listTagsForResource(r -> r.resourceARN(BUS));
        events.untagResource(r -> r.resourceARN(BUS).tagKeys("Stage"));
        AwsError.of(() -> events.createEventBus(r -> r.name("shop")));
        AwsError.of(() -> events.deleteEventBus(r -> r.name("default")));
        events.deleteEventBus(r -> r.name("shop"));
        AwsError.of(() -> events.describeEventBus(r -> r.name("shop")));
    }

    static void rules(GoldenWorld world) {
        EventBridgeClient events = world.events("sarah@" + ACCOUNT);
        events.putRule(r -> r.name("orders")
                .description("")
                .eventPattern("{\"source\":[\"shop\"]}")
                .state("ENABLED")
                .tags(t -> t.key("Team").value("billing")));
        events.putTargets(r -> r.rule("orders").targets(t -> t.id("queue")
                .arn("arn:aws:sqs:us-east-1:" + ACCOUNT + ":orders.fifo")
                .input("{\"a\":\"message\"}")
                .sqsParameters(p -> p.messageGroupId("g1"))));
        events.describeRule(r -> r.name("orders"));
        events.listRules(r -> r.namePrefix("ord"));
        events.listTargetsByRule(r -> r.rule("orders"));
        events.listRuleNamesByTarget(r -> r.targetArn("arn:aws:sqs:us-east-1:" + ACCOUNT + ":orders.fifo"));
        events.testEventPattern(r -> r.eventPattern("{\"source\":[\"shop\"]}")
                .event("{\"id\":\"1\",\"account\":\"" + ACCOUNT
                        + "\",\"source\":\"shop\",\"time\":\"2098-07-10T12:09:21Z\","
                        + "\"region\":\"us-east-1\",\"resources\":[],\"detail-type\":\"Order placed\",\"detail\":{}}"));
        events.putEvents(r -> r.entries(
                e -> e.source("shop.other").detailType("Order placed").detail("{\"item\":\"two espressi\"}")));
        events.disableRule(r -> r.name("orders"));
        events.enableRule(r -> r.name("orders"));
        AwsError.of(() -> events.putRule(r -> r.name("odd").eventPattern("{\"source\":")));
        AwsError.of(() -> events.deleteRule(r -> r.name("orders")));
        events.removeTargets(r -> r.rule("orders").ids("queue"));
        events.deleteRule(r -> r.name("orders"));
        AwsError.of(() -> events.describeRule(r -> r.name("orders")));
    }
}

package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What of an event a target gets. */
class TransformTest extends EventsTest {
    private static final String DETAIL = "{\"status\":\"paid\",\"ok\":true,\"total\":12.5,\"none\":null,"
            + "\"order\":{\"id\":\"o-1\",\"by\":\"nora\"},\"kinds\":[\"A\",\"B\"],\"one\":[\"C\"],\"quote\":\"a\\\"b\"}";

    private static final Map<String, String> PATHS = Map.of(
            "status", "$.detail.status",
            "ok", "$.detail.ok",
            "total", "$.detail.total",
            "order", "$.detail.order",
            "id", "$.detail.order.id",
            "kinds", "$.detail.kinds",
            "one", "$.detail.one",
            "last", "$.detail.kinds[1]",
            "gone", "$.detail.gone",
            "type", "$.detail-type");

    private void targetOf(Target target) {
        events.putTargets(r -> r.rule("orders").targets(target));
    }

    private static Target transforming(String template) {
        return transforming(template, PATHS);
    }

    private static Target transforming(String template, Map<String, String> paths) {
        return target("queue", queueArn("orders")).toBuilder()
                .inputTransformer(InputTransformer.builder()
                        .inputPathsMap(paths)
                        .inputTemplate(template)
                        .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"<status> order\"                     | \"paid order\"",
                "\"is it <ok>?\"                        | \"is it true?\"",
                "\"<order> with <id> and <id>\"         | \"{id:o-1,by:nora} with o-1 and o-1\"",
                "\"<kinds> <one>\"                      | \"[A,B] [C]\"",
                "\"<gone> is empty\"                    | \" is empty\"",
                "{\"id\": \"<id>\"}                     | {\"id\": \"o-1\"}",
                "{\"id\" : <id>}                        | {\"id\" : \"o-1\"}",
                "{\"path\": \"orders/<id>\", \"all\": <order>} | {\"path\": \"orders/o-1\", \"all\": {\"id\":\"o-1\",\"by\":\"nora\"}}",
                "{\"list\": [<id>, \"fixed\"], \"n\": <total>} | {\"list\": [\"o-1\", \"fixed\"], \"n\": 12.5}",
                "{\"one\": <one>, \"last\": <last>}     | {\"one\": [\"C\"], \"last\": \"B\"}",
                "{\"gone\": <gone>}                     | {\"gone\": \"\"}",
                "{\"deep\": {\"er\": {\"type\": \"<type>\"}}} | {\"deep\": {\"er\": {\"type\": \"Order placed\"}}}",
                "\"{[/ <status>\"                       | \"{[/ paid\"",
                "\"a < b and <status>\"                 | \"a < b and paid\"",
            })
    void templatesAreFilledIn(String template, String expected) {
        ruleToQueue("orders");
        targetOf(transforming(template));

        put(DETAIL);

        assertThat(only("orders").body()).isEqualTo(expected);
    }

    @Test
    void aTemplateMayHaveSeveralLines() {
        ruleToQueue("orders");
        targetOf(transforming("\"<status>\"\n\"<id>\""));

        put(DETAIL);

        assertThat(only("orders").body()).isEqualTo("\"paid\"\n\"o-1\"");
    }

    @Test
    void whatWouldEndAStringIsEscaped() {
        ruleToQueue("orders");
        targetOf(transforming("{\"text\": \"<quote>\"}", Map.of("quote", "$.detail.quote")));

        put(DETAIL);

        assertThat(onlyEvent("orders")).containsEntry("text", "a\"b");
    }

    @Test
    void ruleAndEventAreKnownByName() {
        events.createEventBus(r -> r.name("shop"));
        events.putRule(r -> r.name("orders").eventBusName("shop").eventPattern(PATTERN));
        queue("orders");
        Target rule = transforming("\"<aws.events.rule-arn> <aws.events.rule-name>\"", Map.of()).toBuilder()
                .id("rule")
                .build();
        events.putTargets(r -> r.rule("orders").eventBusName("shop").targets(rule));

        put("shop", "{}");
        assertThat(only("orders").body()).isEqualTo("\"" + ruleArn("shop/orders") + " orders\"");

        Target event = transforming(
                        "{\"event\": <aws.events.event>, \"json\": <aws.events.event.json>,"
                                + " \"at\": <aws.events.event.ingestion-time>}",
                        Map.of())
                .toBuilder()
                .id("rule")
                .build();
        events.putTargets(r -> r.rule("orders").eventBusName("shop").targets(event));
        String id = put("shop", "{\"a\":1}");

        String now = emulator.now().toString().replaceAll("\\.\\d+Z", "Z");
        String rest = "\"source\":\"shop.orders\",\"account\":\"000000000000\",\"time\":\"" + now
                + "\",\"region\":\"us-east-1\",\"resources\":[]";
        assertThat(only("orders").body())
                .isEqualTo("{\"event\": {\"version\":\"0\",\"id\":\"" + id + "\",\"detailType\":\"Order placed\","
                        + rest + "}, \"json\": {\"version\":\"0\",\"id\":\"" + id
                        + "\",\"detail-type\":\"Order placed\"," + rest + ",\"detail\":{\"a\":1}}, \"at\": \"" + now
                        + "\"}");
    }

    @Test
    void anInputPathTakesAPart() {
        ruleToQueue("orders");
        targetOf(target("queue", queueArn("orders")).toBuilder()
                .inputPath("$.detail.order")
                .build());
        put(DETAIL);
        assertThat(only("orders").body()).isEqualTo("{\"id\":\"o-1\",\"by\":\"nora\"}");

        targetOf(target("queue", queueArn("orders")).toBuilder()
                .inputPath("$.detail['kinds'][0]")
                .build());
        put(DETAIL);
        assertThat(only("orders").body()).isEqualTo("\"A\"");
    }

    @Test
    void anInputIsSentAsItIs() {
        ruleToQueue("orders");
        targetOf(target("queue", queueArn("orders")).toBuilder()
                .input("{ \"fixed\": true }")
                .build());

        put(DETAIL);

        assertThat(only("orders").body()).isEqualTo("{ \"fixed\": true }");
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        ruleToQueue("orders");
        assertRefused(
                "ValidationException",
                "Only one of Input, InputPath, or InputTransformer must be provided for target queue.",
                () -> targetOf(
                        transforming("\"x\"").toBuilder().inputPath("$.detail").build()));
        assertRefused(
                "ValidationException",
                "InputTemplate for target queue contains invalid placeholder unknown.",
                () -> targetOf(transforming("\"<unknown>\"")));
        assertRefused(
                "ValidationException",
                "Invalid InputPath for target queue.",
                () -> targetOf(target("queue", queueArn("orders")).toBuilder()
                        .inputPath("detail")
                        .build()));
        assertThat(AwsError.of(() -> targetOf(transforming("no JSON <status>"))).message())
                .startsWith("Invalid InputTemplate for target queue : Unrecognized token 'no'");
        assertThat(AwsError.of(() -> targetOf(target("queue", queueArn("orders")).toBuilder()
                                .input("hello")
                                .build()))
                        .message())
                .startsWith("JSON syntax error in input for target queue : Unrecognized token 'hello'");
    }
}

package io.vaportrail.conformance.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.AwsError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** Events that users put, and what reaches a queue of them. */
class PutEventsTest extends EventsTest {
    private static PutEventsRequestEntry.Builder entry() {
        return PutEventsRequestEntry.builder()
                .source(SOURCE)
                .detailType("Order placed")
                .detail("{\"id\":7}");
    }

    private PutEventsResultEntry refused(PutEventsRequestEntry.Builder entry) {
        PutEventsResponse answer = events.putEvents(r -> r.entries(entry.build()));
        assertThat(answer.failedEntryCount()).isEqualTo(1);
        assertThat(answer.entries()).hasSize(1);
        return answer.entries().get(0);
    }

    private static PutEventsResultEntry refusal(String code, String message) {
        return PutEventsResultEntry.builder()
                .errorCode(code)
                .errorMessage(message)
                .build();
    }

    @Test
    void anEventHasTheEnvelope() {
        ruleToQueue("orders");
        Instant time = Instant.parse("2026-03-01T10:20:30.400Z");

        String id = events.putEvents(r -> r.entries(entry().time(time)
                        .resources("arn:aws:s3:::shop")
                        .detail("{ \"id\": 7, \"total\": 12.50, \"text\": \"\\u00e4 \\\" \" }")
                        .build()))
                .entries()
                .get(0)
                .eventId();

        assertThat(only("orders").body())
                .isEqualTo("{\"version\":\"0\",\"id\":\"" + id + "\",\"detail-type\":\"Order placed\",\"source\":\""
                        + SOURCE + "\",\"account\":\"" + ACCOUNT
                        + "\",\"time\":\"2026-03-01T10:20:30Z\",\"region\":\"us-east-1\","
                        + "\"resources\":[\"arn:aws:s3:::shop\"],"
                        + "\"detail\":{\"id\":7,\"total\":12.5,\"text\":\"ä \\\" \"}}");
    }

    @Test
    void theTimeIsNowUnlessGiven() {
        ruleToQueue("orders");

        put("{}");

        assertThat(onlyEvent("orders"))
                .containsEntry("time", emulator.now().toString().replaceAll("\\.\\d+Z", "Z"));
    }

    @Test
    void eachEntryIsRefusedByItself() {
        assertThat(refused(entry().source(null)))
                .isEqualTo(refusal(
                        "InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument."));
        assertThat(refused(entry().detailType(null)))
                .isEqualTo(refusal(
                        "InvalidArgument",
                        "Parameter DetailType is not valid. Reason: DetailType is a required argument."));
        assertThat(refused(entry().detail(null)))
                .isEqualTo(refusal(
                        "InvalidArgument", "Parameter Detail is not valid. Reason: Detail is a required argument."));
        for (String detail : List.of(
                "text",
                "\"text\"",
                "[1]",
                "{",
                "{\"a\":1} {}",
                "{\"a\":1e400}",
                "{\"a\":".repeat(999) + "1" + "}".repeat(999))) {
            assertThat(refused(entry().detail(detail))).isEqualTo(refusal("MalformedDetail", "Detail is malformed."));
        }
        assertThat(refused(entry().source("aws.s3")))
                .isEqualTo(refusal("NotAuthorizedForSourceException", "Not authorized for the source."));
        assertThat(refused(entry().detailType("x".repeat(129))).errorCode()).isEqualTo("InvalidArgument");
    }

    @Test
    void whatIsOddButJsonIsTaken() {
        ruleToQueue("orders");

        put("{\"a\":".repeat(998) + "1" + "}".repeat(998));
        put("{\"a\":1e300,\"b\":123456789012345678901234567890,\"c\":\"\\ud83d\\ude00\"}");

        assertThat(messages("orders")).hasSize(2);
    }

    @Test
    void theOthersOfABatchGoOn() {
        ruleToQueue("orders");

        PutEventsResponse answer = events.putEvents(
                r -> r.entries(entry().build(), entry().detail("no").build(), entry().build()));

        assertThat(answer.failedEntryCount()).isEqualTo(1);
        assertThat(answer.entries().get(0).eventId()).isNotBlank();
        assertThat(answer.entries().get(1).eventId()).isNull();
        assertThat(answer.entries().get(2).eventId()).isNotBlank();
        assertThat(messages("orders")).hasSize(2);
    }

    @Test
    void aRequestHasTenEntriesAndAMegabyte() {
        List<PutEventsRequestEntry> eleven = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            eleven.add(entry().build());
        }
        AwsError tooMany = AwsError.of(() -> events.putEvents(r -> r.entries(eleven)));
        assertThat(tooMany.code()).isEqualTo("ValidationException");
        assertThat(tooMany.message())
                .endsWith(
                        "at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10");

        int room = 1024 * 1024 - SOURCE.length() - "Order placed".length() - "{\"x\":\"\"}".length();
        ruleToQueue("large");
        events.removeTargets(r -> r.rule("large").ids("queue"));
        assertThat(put("{\"x\":\"" + "x".repeat(room) + "\"}")).isNotBlank();
        assertRefused(
                "ValidationException",
                "Total size of the entries in the request is over the limit.",
                () -> put("{\"x\":\"" + "x".repeat(room + 1) + "\"}"));
    }

    @Test
    void largeEventsAndManyRulesAreLeftToWorkers() {
        String arn = queue("many");
        for (int i = 0; i < 120; i++) {
            String name = "rule-" + i;
            events.putRule(r -> r.name(name).eventPattern("{\"detail\":{\"n\":[" + name.substring(5) + "]}}"));
            events.putTargets(r -> r.rule(name).targets(target("queue", arn)));
        }
        ruleToQueue("large");

        put("{\"n\":77,\"x\":\"" + "x".repeat(100_000) + "\"}");

        assertThat(messages("many")).hasSize(1);
        assertThat(messages("large")).hasSize(1);
    }

    @Test
    void whatIsPutOnABusThatIsNotThereIsGone() {
        assertThat(put("nowhere", "{}")).isNotBlank();
    }

    @Test
    void aRuleListensOnItsBusOnlyWhileEnabled() {
        ruleToQueue("orders");
        events.createEventBus(r -> r.name("shop"));
        events.putRule(r -> r.name("orders").eventBusName("shop").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("orders").eventBusName("shop").targets(target("t", queue("shop"))));

        put(busArn("shop"), "{}");
        assertThat(messages("orders")).isEmpty();
        assertThat(messages("shop")).hasSize(1);

        put("{}");
        assertThat(messages("orders")).hasSize(1);
        assertThat(messages("shop")).isEmpty();

        events.disableRule(r -> r.name("orders"));
        put("{}");
        assertThat(messages("orders")).isEmpty();

        events.enableRule(r -> r.name("orders"));
        put("{}");
        assertThat(messages("orders")).hasSize(1);
    }

    @Test
    void severalRulesAndTargetsEachGetTheEvent() {
        String one = queue("one");
        String two = queue("two");
        events.putRule(r -> r.name("a").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("a").targets(target("t1", one), target("t2", two)));
        events.putRule(r -> r.name("b").eventPattern(PATTERN));
        events.putTargets(r -> r.rule("b").targets(target("t1", one)));

        String id = put("{\"id\":1}");

        assertThat(bodies("one")).hasSize(2).allMatch(body -> body.contains(id));
        assertThat(bodies("two")).hasSize(1);
    }

    /** In a machine that both share, the event ruler lets the second rule match whatever follows its first character. */
    @Test
    void aWildcardDoesNotShowInAnotherRule() {
        events.putRule(r -> r.name("a").eventPattern("{\"detail\":{\"a\":[{\"wildcard\":\"*c\"}]}}"));
        events.putTargets(r -> r.rule("a").targets(target("t", queue("wild"))));
        events.putRule(r -> r.name("b").eventPattern("{\"detail\":{\"a\":[{\"equals-ignore-case\":\"a\"}]}}"));
        events.putTargets(r -> r.rule("b").targets(target("t", queue("letter"))));

        String matchesNone = put("{\"a\":\"ab\"}");
        String ends = put("{\"a\":\"abc\"}");
        String letter = put("{\"a\":\"A\"}");

        assertThat(bodies("wild")).hasSize(1).allMatch(body -> body.contains(ends));
        assertThat(bodies("letter"))
                .hasSize(1)
                .allMatch(body -> body.contains(letter))
                .noneMatch(body -> body.contains(matchesNone));
    }

    @Test
    void anotherAccountPutsEventsByTheArnOfTheBus() {
        ruleToQueue("orders");

        PutEventsResponse answer = emulator.clients()
                .eventBridge(OTHER_ACCOUNT)
                .putEvents(
                        r -> r.entries(entry().eventBusName(busArn("default")).build()));

        assertThat(answer.failedEntryCount()).isZero();
        Map<String, @Nullable Object> event = onlyEvent("orders");
        assertThat(event).containsEntry("account", OTHER_ACCOUNT);
    }

    @Test
    void whatTheEmulatorDoesNotHaveItSays() {
        AwsError error = AwsError.of(() -> events.createApiDestination(r -> r.name("d")
                .connectionArn("arn:aws:events:us-east-1:000000000000:connection/c/1")
                .invocationEndpoint("https://example.com")
                .httpMethod("POST")));
        assertThat(error.code()).isEqualTo("NotImplemented");
        assertThat(error.status()).isEqualTo(501);
    }
}

package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.EventCategory;
import software.amazon.awssdk.services.cloudtrail.model.InsightSelector;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.PutInsightSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.SourceEventCategory;

/** Insights: selected, found, delivered and looked up. */
class InsightEventsTest extends TrailsTest {
    private static final int BURST = 30;
    private static final String EVENT_DATA_STORE = "arn:aws:cloudtrail:us-east-1:000000000000:eventdatastore/e";

    @Test
    void areOffUntilSelected() {
        startTrail("t-1");

        assertRefused(
                "InsightNotEnabledException",
                "Trail " + trailArn("t-1")
                        + " does not have Insights enabled. Edit the trail settings to enable Insights,"
                        + " and then try the operation again.",
                () -> cloudTrail.getInsightSelectors(r -> r.trailName("t-1")));
        burst();
        assertThat(lookUp()).isEmpty();
        assertThat(keys("/CloudTrail-Insight/")).isEmpty();
    }

    @Test
    void aBurstIsDeliveredAndLookedUp() {
        startTrail("t-1");
        enable("ApiCallRateInsight");
        burst();

        List<Event> events = lookUp();

        assertThat(events).extracting(Event::eventName).containsExactly("CreateQueue", "CreateQueue");
        assertThat(events).extracting(Event::eventSource).containsOnly("sqs.amazonaws.com");
        JsonNode end = parse(events.get(0).cloudTrailEvent());
        JsonNode start = parse(events.get(1).cloudTrailEvent());
        assertThat(start.at("/insightDetails/state").asText()).isEqualTo("Start");
        assertThat(end.at("/insightDetails/state").asText()).isEqualTo("End");
        assertThat(start.get("sharedEventID")).isEqualTo(end.get("sharedEventID"));
        assertThat(start.get("eventCategory").asText()).isEqualTo("Insight");

        assertThat(keys("/CloudTrail-Insight/")).isNotEmpty().allSatisfy(key -> assertThat(key)
                .matches("AWSLogs/000000000000/CloudTrail-Insight/us-east-1/\\d{4}/\\d\\d/\\d\\d/"
                        + "000000000000_CloudTrail-Insight_us-east-1_\\d{8}T\\d{4}Z_[A-Za-z0-9]{16}\\.json\\.gz"));
        assertThat(records(keys("/CloudTrail-Insight/"))).containsExactlyInAnyOrder(start, end);
        assertThat(lookUp(LookupAttributeKey.EVENT_ID, events.get(0).eventId())).containsExactly(events.get(0));
        assertThat(lookUp(LookupAttributeKey.EVENT_NAME, "DeleteQueue")).isEmpty();
        assertThat(lookUp(LookupAttributeKey.EVENT_SOURCE, "sqs.amazonaws.com")).hasSize(2);
        assertThat(emulator.clients()
                        .cloudTrail("test", ELSEWHERE)
                        .lookupEvents(r -> r.eventCategory(EventCategory.INSIGHT))
                        .events())
                .isEmpty();
    }

    @Test
    void pagesFollowOneAnother() {
        startTrail("t-1");
        enable("ApiCallRateInsight");
        burst();

        var first = cloudTrail.lookupEvents(
                r -> r.eventCategory(EventCategory.INSIGHT).maxResults(1));
        var second = cloudTrail.lookupEvents(
                r -> r.eventCategory(EventCategory.INSIGHT).maxResults(1).nextToken(first.nextToken()));

        assertThat(List.of(first.events().get(0), second.events().get(0))).isEqualTo(lookUp());
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void errorsAreAnotherKind() {
        startTrail("t-1");
        enable("ApiErrorRateInsight");
        burst();
        assertThat(lookUp()).isEmpty();

        for (int i = 0; i < BURST; i++) {
            AwsError.of(() -> createQueue("sarah", "no such name"));
        }
        advance(180);

        assertThat(lookUp()).hasSize(2).allSatisfy(event -> assertThat(parse(event.cloudTrailEvent())
                        .at("/insightDetails/errorCode")
                        .asText())
                .isNotEmpty());
    }

    @Test
    void selectorsAreKeptAndTakenAway() {
        startTrail("t-1");
        var put = enable("ApiCallRateInsight", "ApiErrorRateInsight");

        assertThat(put.trailARN()).isEqualTo(trailArn("t-1"));
        assertThat(cloudTrail.getInsightSelectors(r -> r.trailName("t-1")).insightSelectors())
                .isEqualTo(put.insightSelectors())
                .extracting(InsightSelector::insightTypeAsString)
                .containsExactly("ApiCallRateInsight", "ApiErrorRateInsight");
        assertThat(cloudTrail.getTrail(r -> r.name("t-1")).trail().hasInsightSelectors())
                .isTrue();

        cloudTrail.putInsightSelectors(r -> r.trailName("t-1").insightSelectors(List.of()));
        assertThat(cloudTrail.getTrail(r -> r.name("t-1")).trail().hasInsightSelectors())
                .isFalse();
        burst();
        assertThat(lookUp()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefused() {
        startTrail("t-1");

        assertThat(AwsError.of(() -> enable("Other")).code()).isEqualTo("ValidationException");
        assertThat(AwsError.of(() -> enable("ApiCallRateInsight", "ApiCallRateInsight"))
                        .code())
                .isEqualTo("InvalidInsightSelectorsException");
        assertThat(AwsError.of(() -> cloudTrail.putInsightSelectors(
                                r -> r.trailName("t-1").insightSelectors(s -> s.insightType("ApiCallRateInsight")
                                        .eventCategories(SourceEventCategory.DATA))))
                        .code())
                .isEqualTo("UnsupportedOperationException");
        assertThat(AwsError.of(() -> cloudTrail.getInsightSelectors(r -> r.eventDataStore(EVENT_DATA_STORE)))
                        .code())
                .isEqualTo("UnsupportedOperationException");
        assertThat(AwsError.of(() -> cloudTrail.getInsightSelectors(
                                r -> r.trailName("t-1").eventDataStore(EVENT_DATA_STORE)))
                        .code())
                .isEqualTo("InvalidParameterCombinationException");
        assertThat(AwsError.of(() -> cloudTrail.getInsightSelectors(r -> {})).code())
                .isEqualTo("InvalidParameterException");
        cloudTrail.putEventSelectors(r -> r.trailName("t-1").eventSelectors(s -> s.readWriteType("ReadOnly")));
        assertThat(AwsError.of(() -> enable("ApiCallRateInsight")).code())
                .isEqualTo("InvalidInsightSelectorsException");
        assertThat(enable("ApiErrorRateInsight").insightSelectors()).hasSize(1);
    }

    private PutInsightSelectorsResponse enable(String... types) {
        return cloudTrail.putInsightSelectors(r -> r.trailName("t-1")
                .insightSelectors(Arrays.stream(types)
                        .map(type -> InsightSelector.builder().insightType(type).build())
                        .toList()));
    }

    /** Many calls in one minute, then quiet. */
    private void burst() {
        advance(120);
        for (int i = 0; i < BURST; i++) {
            createQueue("sarah", "queue-" + i);
        }
        advance(180);
        deliver();
    }

    private List<Event> lookUp() {
        return cloudTrail
                .lookupEvents(r -> r.eventCategory(EventCategory.INSIGHT))
                .events();
    }

    private List<Event> lookUp(LookupAttributeKey key, String value) {
        return cloudTrail
                .lookupEvents(r -> r.eventCategory(EventCategory.INSIGHT)
                        .lookupAttributes(List.of(LookupAttribute.builder()
                                .attributeKey(key)
                                .attributeValue(value)
                                .build())))
                .events();
    }
}

package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Clients;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * CloudTrail's event history through its SDK.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
@EmulatorTest
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
class LookupEventsTest {
    private TestEmulator emulator;
    private CloudTrailClient trail;
    private SqsClient sqs;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        trail = emulator.clients().cloudTrail("auditor");
        sqs = emulator.clients().sqs(Protocol.AWS_JSON, "sarah");
    }

    @ParameterizedTest
    @CsvSource({
        "EVENT_NAME, CreateQueue, 2",
        "EVENT_NAME, createqueue, 0",
        "USERNAME, sarah, 2",
        "USERNAME, mike, 1",
        "USERNAME, nobody, 0",
        "ACCESS_KEY_ID, mike, 1",
        "EVENT_SOURCE, sqs.amazonaws.com, 3",
        "EVENT_SOURCE, sns.amazonaws.com, 0",
        "READ_ONLY, false, 3",
        "RESOURCE_TYPE, AWS::SQS::Queue, 3",
        "RESOURCE_TYPE, AWS::SNS::Topic, 0"
    })
    void findsByAnAttribute(LookupAttributeKey key, String value, int expected) {
        sqs.createQueue(r -> r.queueName("orders"));
        String url = sqs.createQueue(r -> r.queueName("invoices")).queueUrl();
        emulator.clients().sqs(Protocol.AWS_JSON, "mike").tagQueue(r -> r.queueUrl(url)
                .tags(Map.of("a", "b")));

        assertThat(lookup(key, value)).hasSize(expected);
    }

    @Test
    void findsByIdAndByResource() {
        sqs.createQueue(r -> r.queueName("orders"));
        String url = sqs.createQueue(r -> r.queueName("invoices")).queueUrl();
        sqs.purgeQueue(r -> r.queueUrl(url));
        Event purge = lookup(LookupAttributeKey.EVENT_NAME, "PurgeQueue").get(0);

        assertThat(lookup(LookupAttributeKey.EVENT_ID, purge.eventId())).containsExactly(purge);
        assertThat(purge.resources()).isNotEmpty();
        purge.resources()
                .forEach(resource -> assertThat(lookup(LookupAttributeKey.RESOURCE_NAME, resource.resourceName()))
                        .contains(purge));
    }

    @Test
    void tellsReadingFromWriting() {
        sqs.createQueue(r -> r.queueName("orders"));
        trail.lookupEvents(r -> r.maxResults(1));

        assertThat(lookup(LookupAttributeKey.READ_ONLY, "true"))
                .extracting(Event::eventName)
                .contains("LookupEvents")
                .doesNotContain("CreateQueue");
    }

    @Test
    void answersTheNewestFirst() {
        for (int i = 0; i < 4; i++) {
            int number = i;
            sqs.createQueue(r -> r.queueName("q" + number));
            emulator.advanceSeconds(2);
        }

        List<Event> events = lookup(LookupAttributeKey.EVENT_NAME, "CreateQueue");

        assertThat(events)
                .extracting(e -> Trail.parse(e.cloudTrailEvent())
                        .at("/requestParameters/queueName")
                        .asText())
                .containsExactly("q3", "q2", "q1", "q0");
        assertThat(events.get(0).eventTime()).isAfter(events.get(3).eventTime());
    }

    @Test
    void fillsEveryMember() {
        sqs.createQueue(r -> r.queueName("orders"));

        Event event = lookup(LookupAttributeKey.EVENT_NAME, "CreateQueue").get(0);

        JsonNode record = Trail.parse(event.cloudTrailEvent());
        assertThat(event.eventId()).isEqualTo(record.get("eventID").asText());
        assertThat(event.eventTime())
                .isEqualTo(Instant.parse(record.get("eventTime").asText()));
        assertThat(event.eventSource()).isEqualTo("sqs.amazonaws.com");
        assertThat(event.username()).isEqualTo("sarah");
        assertThat(event.accessKeyId()).isEqualTo("sarah");
        assertThat(event.readOnly()).isEqualTo("false");
        assertThat(event.cloudTrailEvent()).doesNotContain("\n").startsWith("{\"eventVersion\":");
    }

    @Test
    void looksWithinATime() {
        Instant start = emulator.now().truncatedTo(ChronoUnit.SECONDS);
        sqs.createQueue(r -> r.queueName("early"));
        emulator.advance(Duration.ofHours(1));
        sqs.createQueue(r -> r.queueName("middle"));
        emulator.advance(Duration.ofHours(1));
        sqs.createQueue(r -> r.queueName("late"));

        assertThat(created(start.plusSeconds(1_800), null)).containsExactly("late", "middle");
        assertThat(created(null, start.plusSeconds(1_800))).containsExactly("early");
        assertThat(created(start.plusSeconds(1_800), start.plusSeconds(5_400))).containsExactly("middle");
        assertThat(created(start.plusSeconds(3_600), start.plusSeconds(3_600))).containsExactly("middle");
    }

    private List<String> created(
            @org.jspecify.annotations.Nullable Instant from, @org.jspecify.annotations.Nullable Instant to) {
        return trail.lookupEvents(r -> r.startTime(from).endTime(to).lookupAttributes(creation())).events().stream()
                .map(e -> Trail.parse(e.cloudTrailEvent())
                        .at("/requestParameters/queueName")
                        .asText())
                .toList();
    }

    @Test
    void refusesATimeThatEndsBeforeItStarts() {
        Instant now = emulator.now();

        assertThat(AwsError.of(() -> trail.lookupEvents(r -> r.startTime(now).endTime(now.minusSeconds(60))))
                        .code())
                .isEqualTo("InvalidTimeRangeException");
    }

    @Test
    void answersPageByPage() {
        for (int i = 0; i < 60; i++) {
            int number = i;
            sqs.createQueue(r -> r.queueName("q" + number));
        }

        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            LookupEventsResponse page =
                    trail.lookupEvents(r -> r.lookupAttributes(creation()).nextToken(next));
            page.events().forEach(e -> seen.add(e.eventId()));
            sizes.add(page.events().size());
            token = page.nextToken();
        } while (token != null);

        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
        assertThat(sizes).startsWith(50);
    }

    @Test
    void keepsAPageWhileNewEventsArrive() {
        for (int i = 0; i < 6; i++) {
            int number = i;
            sqs.createQueue(r -> r.queueName("q" + number));
        }
        LookupEventsResponse first =
                trail.lookupEvents(r -> r.lookupAttributes(creation()).maxResults(4));
        sqs.createQueue(r -> r.queueName("newcomer"));

        LookupEventsResponse second = trail.lookupEvents(
                r -> r.lookupAttributes(creation()).maxResults(4).nextToken(first.nextToken()));

        assertThat(first.events()).hasSize(4);
        assertThat(second.events()).hasSize(2).doesNotContainAnyElementsOf(first.events());
    }

    @Test
    void bindsATokenToItsParameters() {
        for (int i = 0; i < 4; i++) {
            int number = i;
            sqs.createQueue(r -> r.queueName("q" + number));
        }
        String token = trail.lookupEvents(r -> r.lookupAttributes(creation()).maxResults(2))
                .nextToken();

        assertThat(AwsError.of(() -> trail.lookupEvents(r -> r.nextToken(token)))
                        .code())
                .isEqualTo("InvalidNextTokenException");
        assertThat(AwsError.of(() -> trail.lookupEvents(r -> r.nextToken("no token")))
                        .code())
                .isEqualTo("InvalidNextTokenException");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51, -1})
    void refusesAPageSizeOutOfRange(int size) {
        assertThat(AwsError.of(() -> trail.lookupEvents(r -> r.maxResults(size)))
                        .code())
                .isEqualTo("InvalidMaxResultsException");
    }

    @Test
    void takesOneAttributeThatItKnows() {
        assertThat(AwsError.of(() -> trail.lookupEvents(r -> r.lookupAttributes(
                                creation(),
                                LookupAttribute.builder()
                                        .attributeKey(LookupAttributeKey.USERNAME)
                                        .attributeValue("sarah")
                                        .build())))
                        .code())
                .isEqualTo("InvalidLookupAttributesException");
        assertThat(AwsError.of(() -> trail.lookupEvents(r ->
                                r.lookupAttributes(a -> a.attributeKey("Colour").attributeValue("blue"))))
                        .code())
                .isEqualTo("InvalidLookupAttributesException");
    }

    @Test
    void separatesRegionsAndAccounts() {
        sqs.createQueue(r -> r.queueName("here"));
        emulator.clients().sqs(Protocol.AWS_JSON, "sarah", "eu-north-1").createQueue(r -> r.queueName("north"));
        emulator.clients().sqs(Protocol.AWS_JSON, "sarah@123123123123").createQueue(r -> r.queueName("theirs"));

        assertThat(lookup(LookupAttributeKey.EVENT_NAME, "CreateQueue")).hasSize(1);
        assertThat(emulator.clients()
                        .cloudTrail("auditor", "eu-north-1")
                        .lookupEvents(r -> r.lookupAttributes(creation()))
                        .events())
                .hasSize(1);
        assertThat(emulator.clients()
                        .cloudTrail("auditor@123123123123", Clients.REGION)
                        .lookupEvents(r -> r.lookupAttributes(creation()))
                        .events())
                .hasSize(1);
    }

    @Test
    void forgetsAfterNinetyDays() {
        sqs.createQueue(r -> r.queueName("old"));

        emulator.advance(Duration.ofDays(90).minusSeconds(5));
        assertThat(lookup(LookupAttributeKey.EVENT_NAME, "CreateQueue")).hasSize(1);
        emulator.advanceSeconds(10);
        assertThat(lookup(LookupAttributeKey.EVENT_NAME, "CreateQueue")).isEmpty();
    }

    @Test
    void recordsItselfAsAReader() {
        trail.lookupEvents(r -> r.maxResults(1));

        Event event = lookup(LookupAttributeKey.EVENT_NAME, "LookupEvents").get(0);

        assertThat(event.readOnly()).isEqualTo("true");
        assertThat(event.eventSource()).isEqualTo("cloudtrail.amazonaws.com");
        assertThat(Trail.parse(event.cloudTrailEvent()).get("responseElements").isNull())
                .isTrue();
    }

    private static LookupAttribute creation() {
        return LookupAttribute.builder()
                .attributeKey(LookupAttributeKey.EVENT_NAME)
                .attributeValue("CreateQueue")
                .build();
    }

    private List<Event> lookup(LookupAttributeKey key, String value) {
        return trail.lookupEvents(
                        r -> r.lookupAttributes(a -> a.attributeKey(key).attributeValue(value)))
                .events();
    }
}

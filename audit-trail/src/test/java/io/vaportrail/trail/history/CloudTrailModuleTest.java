package io.vaportrail.trail.history;

import static io.vaportrail.trail.store.TrailFixture.ACCOUNT;
import static io.vaportrail.trail.store.TrailFixture.NOW;
import static io.vaportrail.trail.store.TrailFixture.SARAH;
import static io.vaportrail.trail.store.TrailFixture.call;
import static io.vaportrail.trail.store.TrailFixture.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.model.cloudtrail.CloudTrailService;
import io.vaportrail.model.cloudtrail.CreateTrailRequest;
import io.vaportrail.model.cloudtrail.Event;
import io.vaportrail.model.cloudtrail.InvalidEventCategoryException;
import io.vaportrail.model.cloudtrail.InvalidLookupAttributesException;
import io.vaportrail.model.cloudtrail.InvalidMaxResultsException;
import io.vaportrail.model.cloudtrail.InvalidNextTokenException;
import io.vaportrail.model.cloudtrail.InvalidTimeRangeException;
import io.vaportrail.model.cloudtrail.LookupAttribute;
import io.vaportrail.model.cloudtrail.LookupEventsRequest;
import io.vaportrail.model.cloudtrail.LookupEventsResponse;
import io.vaportrail.model.cloudtrail.Resource;
import io.vaportrail.model.iam.CreateUserRequest;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.CreateQueueResult;
import io.vaportrail.model.sqs.DeleteQueueRequest;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.support.OperationCalls;
import io.vaportrail.support.Surroundings;
import io.vaportrail.trail.delivery.Deliveries;
import io.vaportrail.trail.delivery.EventDemand;
import io.vaportrail.trail.digest.SigningKeys;
import io.vaportrail.trail.insights.Insights;
import io.vaportrail.trail.record.RecordRenderer;
import io.vaportrail.trail.store.StoredCall;
import io.vaportrail.trail.store.TrailFixture;
import io.vaportrail.trail.trails.TrailRegistry;
import io.vaportrail.trail.trails.WantedInsights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CloudTrailModuleTest {
    private static final Caller MIKE = Caller.user(ACCOUNT, "mike", "AKIAMIKE");
    private static final Caller SESSION = new Caller(
            Caller.Type.ASSUMED_ROLE,
            ACCOUNT,
            "AROAEXAMPLE:nightly",
            "arn:aws:sts::111122223333:assumed-role/Jobs/nightly",
            null,
            "ASIAEXAMPLE",
            null,
            null);

    private final TrailFixture trail = new TrailFixture();
    private final RecordRenderer renderer = new RecordRenderer();
    private final CloudTrailModule module = module();
    private final OperationCalls operations =
            new OperationCalls(module.violations(), WireProtocol.AWS_JSON_1_1, SARAH, TrailFixture.REGION);

    CloudTrailModuleTest() {
        module.register(operations);
    }

    private CloudTrailModule module() {
        EmulatorContext context = new Surroundings(trail.clock).context();
        SigningKeys keys = new SigningKeys(context.ids(), trail.clock);
        TrailRegistry trails = new TrailRegistry();
        Insights insights = new Insights(trail.store, trail.clock, context.ids(), new WantedInsights(trails));
        Deliveries deliveries = new Deliveries(
                new Deliveries.Sources(trail.store, renderer, insights.log(), keys, EventDemand.ALWAYS),
                new PendingWork(),
                Duration.ofSeconds(5),
                context);
        return new CloudTrailModule(
                new CloudTrailModule.Parts(trail.store, renderer, trails, insights, deliveries, keys), context);
    }

    @Test
    void onlyLookupEventsRunsOnWorkers() {
        assertThat(module.schema()).isSameAs(CloudTrailService.SERVICE);
        assertThat(operations.onWorkers()).containsExactly(CloudTrailService.LOOKUP_EVENTS);
    }

    @Test
    void whoDeletedTheQueue() {
        createQueue(SARAH, "OrderQueue");
        createQueue(SARAH, "Other");
        send("OrderQueue");
        trail.clock.advance(Duration.ofMinutes(3));
        deleteQueue(MIKE, "OrderQueue");

        List<Event> events = lookup("ResourceName", "OrderQueue");

        assertThat(events).extracting(Event::eventName).containsExactly("DeleteQueue", "CreateQueue");
        Event deletion = events.get(0);
        assertThat(deletion.username()).isEqualTo("mike");
        assertThat(deletion.accessKeyId()).isEqualTo("AKIAMIKE");
        assertThat(deletion.readOnly()).isEqualTo("false");
        assertThat(deletion.eventSource()).isEqualTo("sqs.amazonaws.com");
        assertThat(deletion.eventTime()).isEqualTo(Instant.parse("2026-03-09T14:08:06Z"));
        assertThat(deletion.resources())
                .containsExactly(
                        Resource.builder()
                                .resourceType("AWS::SQS::Queue")
                                .resourceName("OrderQueue")
                                .build(),
                        Resource.builder()
                                .resourceType("AWS::SQS::Queue")
                                .resourceName(url("OrderQueue"))
                                .build());
        assertThat(deletion.eventId()).isEqualTo(trail.newest(StoredCall::eventId));
        assertThat(deletion.cloudTrailEvent()).isEqualTo(trail.newest(renderer::render));
    }

    @Test
    void dataEventsAreNotLookedUp() {
        send("OrderQueue");
        assertThat(names(request().build())).isEmpty();
    }

    @Test
    void everyAttributeSelects() {
        createQueue(SARAH, "a");
        deleteQueue(MIKE, "a");
        trail.store.record(call(IamService.LIST_USERS, SESSION, "us-east-1", origin()), null, null, null);
        trail.store.record(call(CloudTrailService.LOOKUP_EVENTS, SESSION), null, null, null);
        String id = trail.newest(StoredCall::eventId);

        assertThat(names("EventId", id)).containsExactly("LookupEvents");
        assertThat(names("EventName", "CreateQueue")).containsExactly("CreateQueue");
        assertThat(names("EventSource", "sqs.amazonaws.com")).containsExactly("DeleteQueue", "CreateQueue");
        assertThat(names("ReadOnly", "true")).containsExactly("LookupEvents");
        assertThat(names("ReadOnly", "false")).containsExactly("DeleteQueue", "CreateQueue");
        assertThat(names("Username", "sarah")).containsExactly("CreateQueue");
        assertThat(names("Username", "nightly")).containsExactly("LookupEvents");
        assertThat(names("AccessKeyId", "AKIAMIKE")).containsExactly("DeleteQueue");
        assertThat(names("ResourceType", "AWS::SQS::Queue")).containsExactly("DeleteQueue", "CreateQueue");
        assertThat(names("ResourceName", url("a"))).containsExactly("DeleteQueue", "CreateQueue");
        assertThat(names("ResourceName", "nothing")).isEmpty();
    }

    @Test
    void eventsBelongToAnAccountAndARegion() {
        createQueue(SARAH, "a");
        trail.store.record(call(SqsService.PURGE_QUEUE, Caller.root("444455556666", null)), null, null, null);
        trail.store.record(call(SqsService.PURGE_QUEUE, SARAH, "us-east-1", origin()), null, null, null);
        trail.store.record(
                call(IamService.CREATE_USER, SARAH, "eu-west-1", origin()),
                CreateUserRequest.builder().userName("bob").build(),
                null,
                null);
        assertThat(names(request().build())).containsExactly("CreateQueue");
        assertThat(names(request().build(), "us-east-1"))
                .as("IAM is recorded in us-east-1, wherever it was called from")
                .containsExactly("CreateUser", "PurgeQueue");
    }

    @Test
    void timeRangesIncludeBothEndsAndWholeSeconds() {
        createQueue(SARAH, "first");
        trail.clock.advance(Duration.ofSeconds(10));
        createQueue(SARAH, "second");
        Instant first = Instant.parse("2026-03-09T14:05:06Z");
        Instant second = first.plusSeconds(10);
        assertThat(names(request().startTime(NOW).build())).hasSize(2);
        assertThat(names(request().startTime(first.plusSeconds(1)).build())).hasSize(1);
        assertThat(names(request().endTime(first).build())).hasSize(1);
        assertThat(names(request().endTime(first.minusSeconds(1)).build())).isEmpty();
        assertThat(names(request().startTime(first).endTime(second).build())).hasSize(2);
        assertThat(names(request().startTime(second).endTime(second).build())).hasSize(1);
    }

    @Test
    void servicesHaveNoUsername() {
        trail.store.record(
                call(SqsService.PURGE_QUEUE, Caller.service("sns.amazonaws.com", ACCOUNT)), null, null, null);
        Event event = Objects.requireNonNull(lookup(request().build()).events()).get(0);
        assertThat(event.username()).isNull();
        assertThat(event.accessKeyId()).isNull();
        assertThat(event.resources()).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapWhileEventsArrive() {
        for (int i = 0; i < 120; i++) {
            createQueue(SARAH, "queue-" + i);
        }
        List<String> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = null;
        do {
            LookupEventsResponse page = lookup(request().nextToken(token).build());
            List<Event> events = Objects.requireNonNull(page.events());
            sizes.add(events.size());
            events.forEach(event ->
                    found.add(Objects.requireNonNull(event.resources()).get(0).resourceName()));
            createQueue(SARAH, "late");
            token = page.nextToken();
        } while (token != null);
        assertThat(sizes).containsExactly(50, 50, 20);
        assertThat(found)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .startsWith("queue-119")
                .endsWith("queue-0");
    }

    @Test
    void aFullPageWithNothingBehindItHasNoToken() {
        for (int i = 0; i < 3; i++) {
            createQueue(SARAH, "queue-" + i);
        }
        LookupEventsResponse page = lookup(request().maxResults(3).build());
        assertThat(page.events()).hasSize(3);
        assertThat(page.nextToken()).isNull();
        assertThat(lookup(request().maxResults(2).build()).nextToken()).isNotNull();
    }

    @Test
    void aTokenIsGoodForTheSameParametersAlone() {
        for (int i = 0; i < 3; i++) {
            createQueue(SARAH, "queue-" + i);
        }
        LookupEventsRequest.Builder first = request().maxResults(1).lookupAttributes(attribute("Username", "sarah"));
        String token = lookup(first.build()).nextToken();
        assertThat(names(request()
                        .nextToken(token)
                        .lookupAttributes(attribute("Username", "sarah"))
                        .build()))
                .hasSize(2);
        assertInvalidToken(request().nextToken(token).build(), "eu-west-1");
        assertInvalidToken(
                request()
                        .nextToken(token)
                        .lookupAttributes(attribute("Username", "mike"))
                        .build(),
                "eu-west-1");
        assertInvalidToken(
                request()
                        .nextToken(token)
                        .lookupAttributes(attribute("Username", "sarah"))
                        .startTime(NOW)
                        .build(),
                "eu-west-1");
        assertInvalidToken(
                request()
                        .nextToken(token)
                        .lookupAttributes(attribute("Username", "sarah"))
                        .build(),
                "us-east-1");
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String token : List.of("x", "", "not base64!", "AAAA", "A".repeat(32))) {
            assertInvalidToken(request().nextToken(token).build(), "eu-west-1");
        }
    }

    @Test
    void insightsAreEmptyAndHaveThreeAttributes() {
        createQueue(SARAH, "a");
        LookupEventsResponse answer = lookup(request().eventCategory("insight").build());
        assertThat(answer.events()).isEmpty();
        assertThat(answer.nextToken()).isNull();
        assertThat(lookup(request()
                                .eventCategory("insight")
                                .lookupAttributes(attribute("EventName", "CreateQueue"))
                                .build())
                        .events())
                .isEmpty();
        assertThatThrownBy(() -> lookup(request()
                        .eventCategory("insight")
                        .lookupAttributes(attribute("Username", "sarah"))
                        .build()))
                .isInstanceOf(InvalidLookupAttributesException.class)
                .hasMessage("Lookup attribute key Username is not valid for Insights events.");
    }

    @Test
    void moreThanOneAttributeIsRefused() {
        List<LookupAttribute> two = new ArrayList<>(attribute("Username", "sarah"));
        two.addAll(attribute("EventName", "CreateQueue"));
        assertThatThrownBy(() -> lookup(request().lookupAttributes(two).build()))
                .isInstanceOf(InvalidLookupAttributesException.class)
                .hasMessage("Only one lookup attribute can be specified.");
    }

    @Test
    void aStartAfterTheEndIsRefused() {
        assertThatThrownBy(() -> lookup(
                        request().startTime(NOW).endTime(NOW.minusMillis(1)).build()))
                .isInstanceOf(InvalidTimeRangeException.class)
                .hasMessage("The start time occurs after the end time.");
    }

    @Test
    void whatBreaksTheModelHasCodesOfItsOwn() {
        assertThat(violation(request().maxResults(0).build()))
                .isInstanceOf(InvalidMaxResultsException.class)
                .hasMessage("A max results value of 0 is invalid. Specify max results between 1 and 50.");
        assertThat(violation(request().maxResults(51).build()))
                .isInstanceOf(InvalidMaxResultsException.class)
                .hasMessage("A max results value of 51 is invalid. Specify max results between 1 and 50.");
        assertThat(violation(request().eventCategory("data").build()))
                .isInstanceOf(InvalidEventCategoryException.class);
        assertThat(violation(request().lookupAttributes(attribute("Who", "me")).build()))
                .isInstanceOf(InvalidLookupAttributesException.class)
                .hasMessage("Lookup attribute key is not valid.");
        assertThat(violation(request()
                        .lookupAttributes(attribute("Username", "u".repeat(2001)))
                        .build()))
                .isInstanceOf(InvalidLookupAttributesException.class)
                .hasMessage("Lookup attribute value is not valid.");
    }

    @Test
    void otherOperationsKeepTheCommonWording() {
        CreateTrailRequest empty = CreateTrailRequest.SCHEMA.newBuilder().build();
        List<Violation> violations = Validator.validate(empty);
        assertThat(module.violations().word(CloudTrailService.CREATE_TRAIL, violations, null))
                .hasMessageStartingWith("2 validation errors detected");
    }

    @Test
    void aResetForgetsTheAccountsEvents() {
        createQueue(SARAH, "a");
        module.reset(ACCOUNT);
        assertThat(names(request().build())).isEmpty();
        createQueue(SARAH, "b");
        module.reset(null);
        assertThat(names(request().build())).isEmpty();
    }

    private void assertInvalidToken(LookupEventsRequest request, String region) {
        assertThatThrownBy(() -> names(request, region)).isInstanceOf(InvalidNextTokenException.class);
    }

    private RuntimeException violation(LookupEventsRequest request) {
        List<Violation> violations = Validator.validate(request);
        assertThat(violations).isNotEmpty();
        return module.violations().word(CloudTrailService.LOOKUP_EVENTS, violations, null);
    }

    private static LookupEventsRequest.Builder request() {
        return LookupEventsRequest.builder();
    }

    private static List<LookupAttribute> attribute(String key, String value) {
        return List.of(LookupAttribute.builder()
                .attributeKey(key)
                .attributeValue(value)
                .build());
    }

    private List<String> names(String key, String value) {
        return lookup(key, value).stream()
                .map(event -> String.valueOf(event.eventName()))
                .toList();
    }

    private List<Event> lookup(String key, String value) {
        return Objects.requireNonNull(
                lookup(request().lookupAttributes(attribute(key, value)).build())
                        .events());
    }

    private List<String> names(LookupEventsRequest request) {
        return names(request, "eu-west-1");
    }

    private List<String> names(LookupEventsRequest request, String region) {
        return Objects.requireNonNull(lookup(request, region).events()).stream()
                .map(event -> String.valueOf(event.eventName()))
                .toList();
    }

    private LookupEventsResponse lookup(LookupEventsRequest request) {
        return lookup(request, "eu-west-1");
    }

    private LookupEventsResponse lookup(LookupEventsRequest request, String region) {
        Call call = call(CloudTrailService.LOOKUP_EVENTS, SARAH, region, origin());
        return operations.start(CloudTrailService.LOOKUP_EVENTS, request, call).join();
    }

    private static String url(String queue) {
        return "https://sqs.eu-west-1.amazonaws.com/111122223333/" + queue;
    }

    private void createQueue(Caller caller, String name) {
        trail.store.record(
                call(SqsService.CREATE_QUEUE, caller),
                CreateQueueRequest.builder().queueName(name).build(),
                CreateQueueResult.builder().queueUrl(url(name)).build(),
                null);
    }

    private void deleteQueue(Caller caller, String name) {
        trail.store.record(
                call(SqsService.DELETE_QUEUE, caller),
                DeleteQueueRequest.builder().queueUrl(url(name)).build(),
                null,
                null);
    }

    private void send(String queue) {
        trail.store.record(
                call(SqsService.SEND_MESSAGE),
                SendMessageRequest.builder()
                        .queueUrl(url(queue))
                        .messageBody("m")
                        .build(),
                null,
                null);
    }

    /** What a module registers. */
}

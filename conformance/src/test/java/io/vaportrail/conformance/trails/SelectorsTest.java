package io.vaportrail.conformance.trails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.DataResource;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Which records a trail delivers by its event selectors. */
class SelectorsTest extends TrailsTest {
    @Test
    void aNewTrailTakesAllManagementEventsAndNoDataEvents() {
        startTrail("t-1");
        work();

        assertThat(events())
                .contains("CreateQueue orders", "ListTrails ", "CreateTopic ", "CreateUser ")
                .noneMatch(e -> e.startsWith("SendMessage") || e.startsWith("Publish") || e.startsWith("PutObject"));
        var selectors = cloudTrail.getEventSelectors(r -> r.trailName("t-1"));
        assertThat(selectors.eventSelectors())
                .containsExactly(EventSelector.builder()
                        .readWriteType(ReadWriteType.ALL)
                        .includeManagementEvents(true)
                        .dataResources(List.of())
                        .excludeManagementEventSources(List.of())
                        .build());
        assertThat(selectors.hasAdvancedEventSelectors()).isFalse();
    }

    @Test
    void readAndWriteAreToldApart() {
        startTrail("t-1");
        select(s -> s.readWriteType(ReadWriteType.READ_ONLY));
        work();
        assertThat(events()).contains("ListTrails ").doesNotContain("CreateQueue orders", "CreateTopic ");

        select(s -> s.readWriteType(ReadWriteType.WRITE_ONLY));
        createQueue("sarah", "second");
        cloudTrail.describeTrails();
        deliver();
        assertThat(events()).contains("CreateQueue second").doesNotContain("DescribeTrails ");
    }

    @Test
    void basicSelectorsTakeObjectsOfS3() {
        startTrail("t-1");
        s3.createBucket(r -> r.bucket("shop"));
        select(s -> s.includeManagementEvents(false)
                .dataResources(DataResource.builder()
                        .type("AWS::S3::Object")
                        .values("arn:aws:s3:::shop/invoices/")
                        .build()));
        put("shop", "invoices/1");
        put("shop", "letters/1");
        s3.getObject(r -> r.bucket("shop").key("invoices/1")).abort();
        s3.listObjectsV2(r -> r.bucket("shop").prefix("invoices/2"));
        s3.listObjectsV2(r -> r.bucket("shop"));
        wire.get("/shop/invoices/denied");
        wire.get("/shop/letters/denied");
        createQueue("sarah", "orders");
        deliver();

        assertThat(dataEvents())
                .extracting(r -> r.get("eventName").asText() + " "
                        + r.at("/requestParameters/key").asText())
                .containsExactly(
                        "PutObject invoices/1", "GetObject invoices/1", "ListObjects ", "GetObject invoices/denied");
        assertThat(events()).doesNotContain("CreateQueue orders");
    }

    @Test
    void advancedSelectorsTakeDataEventsOfAType() {
        startTrail("t-1");
        advanced(field("eventCategory", "Data"), field("resources.type", "AWS::SQS::Queue"));
        work();

        assertThat(dataEvents())
                .extracting(r -> r.get("eventName").asText() + " "
                        + r.at("/resources/0/ARN").asText().replaceAll(".*:", ""))
                .containsExactlyInAnyOrder(
                        "SendMessage orders", "ReceiveMessage orders", "SendMessage bills", "SendMessage orders");
        assertThat(events()).doesNotContain("CreateQueue orders");
    }

    @Test
    void advancedSelectorsOfManagementEventsTakeThoseAlone() {
        startTrail("t-1");
        advanced(field("eventCategory", "Management"), field("readOnly", "false"));
        work();

        assertThat(events()).contains("CreateQueue orders").doesNotContain("ListTrails ");
        assertThat(dataEvents()).isEmpty();
    }

    @Test
    void topicsAreData() {
        startTrail("t-1");
        advanced(field("eventCategory", "Data"), field("resources.type", "AWS::SNS::Topic"));
        work();

        assertThat(dataEvents()).extracting(r -> r.get("eventName").asText()).containsExactly("Publish");
    }

    static AdvancedFieldSelector.Builder of(String name) {
        return AdvancedFieldSelector.builder().field(name);
    }

    /** Each narrows the data events of queues; what is left of sends to orders by app, to bills by app, to orders by nora. */
    static Stream<Arguments> conditions() {
        String orders = "arn:aws:sqs:us-east-1:000000000000:orders";
        return Stream.of(
                Arguments.of(
                        of("resources.ARN").equalsValue(orders), "Send orders app,Receive orders app,Send orders nora"),
                Arguments.of(of("resources.ARN").notEquals(orders), "Send bills app"),
                Arguments.of(
                        of("resources.ARN").startsWith(orders.replace("rders", "")),
                        "Send orders app,Receive orders app,Send orders nora"),
                Arguments.of(of("resources.ARN").notStartsWith(orders), "Send bills app"),
                Arguments.of(of("resources.ARN").endsWith(":bills"), "Send bills app"),
                Arguments.of(
                        of("resources.ARN").notEndsWith(":bills", ":none"),
                        "Send orders app,Receive orders app,Send orders nora"),
                Arguments.of(of("readOnly").equalsValue("true"), "Receive orders app"),
                Arguments.of(of("readOnly").equalsValue("false"), "Send orders app,Send bills app,Send orders nora"),
                Arguments.of(of("eventName").equalsValue("ReceiveMessage", "DeleteMessage"), "Receive orders app"),
                Arguments.of(of("eventName").startsWith("Send"), "Send orders app,Send bills app,Send orders nora"),
                Arguments.of(of("eventName").notEndsWith("Message"), ""),
                Arguments.of(
                        of("eventName").startsWith("Send", "Receive").notEquals("ReceiveMessage"),
                        "Send orders app,Send bills app,Send orders nora"),
                Arguments.of(
                        of("eventSource").equalsValue("sqs.amazonaws.com"),
                        "Send orders app,Receive orders app,Send bills app,Send orders nora"),
                Arguments.of(of("eventSource").notStartsWith("sqs"), ""),
                Arguments.of(
                        of("eventType").equalsValue("AwsApiCall"),
                        "Send orders app,Receive orders app,Send bills app,Send orders nora"),
                Arguments.of(of("eventType").notEquals("AwsApiCall"), ""),
                Arguments.of(of("sessionCredentialFromConsole").equalsValue("true"), ""),
                Arguments.of(
                        of("sessionCredentialFromConsole").notEquals("true"),
                        "Send orders app,Receive orders app,Send bills app,Send orders nora"),
                Arguments.of(of("userIdentity.arn").endsWith("user/nora"), "Send orders nora"),
                Arguments.of(
                        of("userIdentity.arn").notEquals("arn:aws:iam::000000000000:user/app"), "Send orders nora"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void everyFieldAndOperatorNarrows(AdvancedFieldSelector.Builder condition, String left) {
        startTrail("t-1");
        advanced(field("eventCategory", "Data"), field("resources.type", "AWS::SQS::Queue"), condition.build());
        work();

        List<String> expected = left.isEmpty() ? List.of() : List.of(left.split(","));
        assertThat(dataEvents())
                .extracting(r -> r.get("eventName").asText().replace("Message", "") + " "
                        + r.at("/resources/0/ARN").asText().replaceAll(".*:", "") + " "
                        + r.at("/userIdentity/userName").asText())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void selectorsAreOredAndConditionsAnded() {
        startTrail("t-1");
        cloudTrail.putEventSelectors(r -> r.trailName("t-1")
                .advancedEventSelectors(
                        selector(
                                field("eventCategory", "Data"),
                                field("resources.type", "AWS::SQS::Queue"),
                                field("readOnly", "true")),
                        selector(
                                field("eventCategory", "Data"),
                                field("resources.type", "AWS::SQS::Queue"),
                                of("userIdentity.arn").endsWith("/nora").build(),
                                field("eventName", "SendMessage")),
                        selector(field("eventCategory", "Data"), field("resources.type", "AWS::SNS::Topic"))));
        work();

        assertThat(dataEvents())
                .extracting(r -> r.get("eventName").asText())
                .containsExactlyInAnyOrder("ReceiveMessage", "SendMessage", "Publish");
    }

    @Test
    void kmsCanBeLeftOut() {
        startTrail("t-1");
        select(s -> s.excludeManagementEventSources("kms.amazonaws.com"));
        wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "TrentService.ListKeys")
                .header("Authorization", Wire.authorization("test", REGION, "kms"))
                .POST(BodyPublishers.ofString("{}")));
        createQueue("sarah", "orders");
        deliver();

        assertThat(events()).contains("CreateQueue orders");
        assertThat(delivered()).doesNotContain("ListKeys");
    }

    @Test
    void oneKindTakesTheOtherAway() {
        startTrail("t-1");
        advanced(field("eventCategory", "Management"));
        var shown = cloudTrail.getEventSelectors(r -> r.trailName("t-1"));
        assertThat(shown.hasEventSelectors()).isFalse();
        assertThat(shown.advancedEventSelectors()).hasSize(1);
        assertThat(cloudTrail.getTrail(r -> r.name("t-1")).trail().hasCustomEventSelectors())
                .isTrue();

        select(s -> s.includeManagementEvents(true));
        shown = cloudTrail.getEventSelectors(r -> r.trailName("t-1"));
        assertThat(shown.hasAdvancedEventSelectors()).isFalse();
        assertThat(cloudTrail.getTrail(r -> r.name("t-1")).trail().hasCustomEventSelectors())
                .isFalse();
    }

    static Stream<AdvancedEventSelector> wrongOnes() {
        return Stream.of(
                selector(field("readOnly", "true")),
                selector(field("eventCategory", "Other")),
                selector(field("eventCategory", "Data")),
                selector(field("eventCategory", "Data"), field("resources.type", "AWS::KMS::Key")),
                selector(field("eventCategory", "Data"), field("resources.type", "AWS::SQS::Queue", "AWS::SNS::Topic")),
                selector(field("eventCategory", "Management"), field("eventName", "CreateQueue")),
                selector(field("eventCategory", "Management"), field("eventSource", "kms.amazonaws.com")),
                selector(
                        field("eventCategory", "Management"),
                        of("eventSource").notEquals("sqs.amazonaws.com").build()),
                selector(field("eventCategory", "Management"), of("readOnly").build()),
                selector(
                        field("eventCategory", "Management"),
                        of("readOnly").startsWith("t").build()),
                selector(field("eventCategory", "Management"), field("readOnly", "maybe")),
                selector(field("eventCategory", "Management"), field("eventCategory", "Management")),
                selector(field("eventCategory", "NetworkActivity")),
                selector(
                        field("eventCategory", "NetworkActivity"),
                        field("eventSource", "sqs.amazonaws.com"),
                        field("errorCode", "AccessDenied")));
    }

    @ParameterizedTest
    @MethodSource("wrongOnes")
    void whatAwsDoesNotTakeIsRefused(AdvancedEventSelector wrong) {
        startTrail("t-1");

        AwsError error = AwsError.of(
                () -> cloudTrail.putEventSelectors(r -> r.trailName("t-1").advancedEventSelectors(wrong)));

        assertThat(error.code()).isEqualTo("InvalidEventSelectorsException");
        assertThat(cloudTrail.getEventSelectors(r -> r.trailName("t-1")).hasAdvancedEventSelectors())
                .isFalse();
    }

    @Test
    void basicSelectorsHaveRulesToo() {
        startTrail("t-1");
        EventSelector plain = EventSelector.builder().build();

        assertThat(refusal(plain, plain, plain, plain, plain, plain)).isEqualTo("InvalidEventSelectorsException");
        assertThat(refusal(EventSelector.builder()
                        .dataResources(d -> d.type("AWS::SQS::Queue").values("arn:aws:sqs"))
                        .build()))
                .isEqualTo("InvalidEventSelectorsException");
        assertThat(refusal(EventSelector.builder()
                        .dataResources(d -> d.type("AWS::S3::Object").values("shop/"))
                        .build()))
                .isEqualTo("InvalidEventSelectorsException");
        assertThat(refusal(EventSelector.builder()
                        .excludeManagementEventSources("sqs.amazonaws.com")
                        .build()))
                .isEqualTo("InvalidEventSelectorsException");
        assertThat(AwsError.of(() -> cloudTrail.putEventSelectors(r -> r.trailName("t-1")))
                        .code())
                .isEqualTo("InvalidEventSelectorsException");
    }

    private String refusal(EventSelector... selectors) {
        return AwsError.of(() ->
                        cloudTrail.putEventSelectors(r -> r.trailName("t-1").eventSelectors(selectors)))
                .code();
    }

    /** Calls of several services by several users, reading and writing, and a delivery. */
    private void work() {
        SqsClient app = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        String orders = createQueue("sarah", "orders");
        String bills = createQueue("sarah", "bills");
        app.sendMessage(r -> r.queueUrl(orders).messageBody("1"));
        app.receiveMessage(r -> r.queueUrl(orders));
        app.sendMessage(r -> r.queueUrl(bills).messageBody("2"));
        emulator.clients().sqs(Protocol.AWS_JSON, "nora").sendMessage(r -> r.queueUrl(orders)
                .messageBody("3"));
        String topic =
                emulator.clients().sns("sarah").createTopic(r -> r.name("news")).topicArn();
        emulator.clients().sns("app").publish(r -> r.topicArn(topic).message("hello"));
        emulator.clients().iam("sarah").createUser(r -> r.userName("zoe"));
        cloudTrail.listTrails(r -> {});
        deliver();
    }

    private void put(String bucket, String key) {
        s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString("x"));
    }

    private void select(Consumer<EventSelector.Builder> how) {
        cloudTrail.putEventSelectors(r -> r.trailName("t-1").eventSelectors(how));
    }

    private void advanced(AdvancedFieldSelector... fields) {
        cloudTrail.putEventSelectors(r -> r.trailName("t-1").advancedEventSelectors(selector(fields)));
    }

    static AdvancedEventSelector selector(AdvancedFieldSelector... fields) {
        return AdvancedEventSelector.builder().fieldSelectors(fields).build();
    }

    static AdvancedFieldSelector field(String name, String... values) {
        return of(name).equalsValue(values).build();
    }

    /** Event names, and the names of queues with those that have one, of all that was delivered. */
    private List<String> events() {
        return records(logFiles()).stream()
                .map(r -> r.get("eventName").asText() + " "
                        + r.at("/requestParameters/queueName").asText())
                .toList();
    }

    private List<JsonNode> dataEvents() {
        return records(logFiles()).stream()
                .filter(r -> r.get("eventCategory").asText().equals("Data"))
                .toList();
    }
}

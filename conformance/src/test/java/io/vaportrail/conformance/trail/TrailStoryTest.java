package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.app.Emulator;
import io.vaportrail.app.EmulatorOptions;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.CloudTrailException;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.InvalidMaxResultsException;
import software.amazon.awssdk.services.cloudtrail.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Sarah creates a queue, an application sends and receives, Mike deletes the queue; the trail knows all of it. */
@Timeout(60)
class TrailStoryTest {
    private static final String SECRET = "marked-secret";
    private static final Region REGION = Region.EU_WEST_1;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Emulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = Emulator.start(EmulatorOptions.of("127.0.0.1", 0));
        open.add(emulator);
    }

    @AfterEach
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void whoDeletedTheQueue() throws Exception {
        String url = story();

        List<Event> events = lookup(LookupAttributeKey.RESOURCE_NAME, "OrderQueue");

        assertThat(events).extracting(Event::eventName).containsExactly("DeleteQueue", "CreateQueue");
        assertThat(events).extracting(Event::username).containsExactly("mike", "sarah");
        Event deletion = events.get(0);
        assertThat(deletion.eventTime()).isCloseTo(Instant.now(), within(Duration.ofSeconds(60)));
        assertThat(deletion.readOnly()).isEqualTo("false");
        JsonNode record = mapper.readTree(deletion.cloudTrailEvent());
        assertThat(record.path("eventID").asText()).isEqualTo(deletion.eventId());
        assertThat(record.path("sourceIPAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(record.path("userAgent").asText()).startsWith("aws-sdk-java/2.");
        assertThat(record.path("awsRegion").asText()).isEqualTo("eu-west-1");
        assertThat(record.path("requestParameters").path("queueUrl").asText()).isEqualTo(url);
        assertThat(record.path("responseElements").isNull()).isTrue();
        assertThat(record.path("managementEvent").asBoolean()).isTrue();
    }

    @Test
    void everyCallIsInTheViewAndNoMessageIs() throws Exception {
        String url = story();
        assertThatThrownBy(
                        () -> sqs("app").sendMessage(send -> send.queueUrl(url).messageBody(SECRET)))
                .isInstanceOf(QueueDoesNotExistException.class);

        String text = get("");
        JsonNode records = mapper.readTree(text).path("Records");

        assertThat(names(records))
                .containsExactly(
                        "SendMessage", "DeleteQueue", "DeleteMessage", "ReceiveMessage", "SendMessage", "CreateQueue");
        assertThat(text).doesNotContain(SECRET);
        JsonNode send = records.get(4);
        assertThat(send.path("eventCategory").asText()).isEqualTo("Data");
        assertThat(send.path("requestParameters").path("messageBody").asText())
                .isEqualTo("HIDDEN_DUE_TO_SECURITY_REASONS");
        assertThat(send.path("responseElements").path("messageId").asText()).isNotEmpty();
        assertThat(send.path("resources").get(0).path("ARN").asText())
                .isEqualTo("arn:aws:sqs:eu-west-1:000000000000:OrderQueue");
        assertThat(records.get(0).path("errorCode").asText()).isEqualTo("QueueDoesNotExist");
        assertThat(names(mapper.readTree(get("?username=app&error=false")).path("Records")))
                .containsExactly("DeleteMessage", "ReceiveMessage", "SendMessage");
        assertThat(get("?format=text&category=Management")).hasLineCount(2);
    }

    @Test
    void theAnswersRequestIdIsTheRecords() throws Exception {
        CreateQueueResponse answer = sqs("sarah").createQueue(create -> create.queueName("q"));
        assertThat(mapper.readTree(get("?limit=1"))
                        .path("Records")
                        .get(0)
                        .path("requestID")
                        .asText())
                .isEqualTo(answer.responseMetadata().requestId());
    }

    @Test
    void pagesOfTheEventHistory() {
        SqsClient sarah = sqs("sarah");
        for (int i = 0; i < 7; i++) {
            String name = "queue-" + i;
            sarah.createQueue(create -> create.queueName(name));
        }
        CloudTrailClient auditor = cloudTrail();
        LookupEventsResponse first = auditor.lookupEvents(lookup ->
                lookup.maxResults(5).lookupAttributes(attribute(LookupAttributeKey.EVENT_NAME, "CreateQueue")));
        assertThat(first.events()).hasSize(5);
        assertThat(auditor.lookupEvents(lookup -> lookup.nextToken(first.nextToken())
                                .lookupAttributes(attribute(LookupAttributeKey.EVENT_NAME, "CreateQueue")))
                        .events())
                .hasSize(2);
        assertThatThrownBy(() -> auditor.lookupEvents(lookup -> lookup.nextToken(first.nextToken())))
                .isInstanceOf(InvalidNextTokenException.class);
        assertThatThrownBy(() -> auditor.lookupEvents(lookup -> lookup.maxResults(51)))
                .isInstanceOf(InvalidMaxResultsException.class)
                .hasMessageContaining("A max results value of 51 is invalid.");
    }

    @Test
    void aCallThatIsNotImplementedSaysSoAndIsRecorded() throws Exception {
        assertThatThrownBy(() ->
                        cloudTrail().createTrail(create -> create.name("t").s3BucketName("b")))
                .isInstanceOf(CloudTrailException.class)
                .hasMessageContaining("Vaportrail does not implement CloudTrail CreateTrail.");
        JsonNode view = mapper.readTree(get("?eventName=CreateTrail"));
        JsonNode record = view.path("Records").get(0);
        assertThat(record.path("requestParameters").path("name").asText()).isEqualTo("t");
        assertThat(view.path("Marks")
                        .path(record.path("eventID").asText())
                        .get(0)
                        .asText())
                .isEqualTo("not-implemented");
    }

    @Test
    void aResetEmptiesTheTrail() throws Exception {
        story();
        emulator.reset(null);
        assertThat(get("")).isEqualTo("{\"Records\":[]}");
        assertThat(lookup(LookupAttributeKey.EVENT_NAME, "CreateQueue")).isEmpty();
    }

    @Test
    void callsAreShownLive() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(view("?follow=true&format=text&username=sarah"))
                .build();
        InputStream body =
                http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        open.add(body);
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        SqsClient sarah = sqs("sarah");
        sqs("mike").listQueues();
        sarah.createQueue(create -> create.queueName("live"));
        assertThat(lines.readLine()).contains("  sarah  ", "  CreateQueue  ", "  live  ");
        sarah.listQueues();
        assertThat(lines.readLine()).contains("  ListQueues  ");
    }

    private String story() {
        String url = sqs("sarah")
                .createQueue(create -> create.queueName("OrderQueue"))
                .queueUrl();
        SqsClient application = sqs("app");
        application.sendMessage(send -> send.queueUrl(url)
                .messageBody(SECRET)
                .messageAttributes(java.util.Map.of(
                        "card",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(SECRET)
                                .build())));
        String receipt = application
                .receiveMessage(receive -> receive.queueUrl(url))
                .messages()
                .get(0)
                .receiptHandle();
        application.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(receipt));
        sqs("mike").deleteQueue(delete -> delete.queueUrl(url));
        return url;
    }

    private List<Event> lookup(LookupAttributeKey key, String value) {
        return cloudTrail()
                .lookupEvents(lookup -> lookup.lookupAttributes(attribute(key, value)))
                .events();
    }

    private static LookupAttribute attribute(LookupAttributeKey key, String value) {
        return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    }

    private static List<String> names(JsonNode records) {
        List<String> names = new ArrayList<>();
        records.forEach(record -> names.add(record.path("eventName").asText()));
        return names;
    }

    private URI view(String query) {
        return emulator.endpoint().resolve("/_vaportrail/trail" + query);
    }

    private String get(String query) throws Exception {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(view(query)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private SqsClient sqs(String accessKeyId) {
        return client(SqsClient.builder().httpClient(UrlConnectionHttpClient.create()), accessKeyId);
    }

    private CloudTrailClient cloudTrail() {
        return client(CloudTrailClient.builder().httpClient(UrlConnectionHttpClient.create()), "auditor");
    }

    private <B extends AwsClientBuilder<B, C>, C extends AutoCloseable> C client(B builder, String accessKeyId) {
        C client = builder.endpointOverride(emulator.endpoint())
                .region(REGION)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")))
                .build();
        open.add(client);
        return client;
    }

    private static org.assertj.core.data.TemporalUnitOffset within(Duration duration) {
        return org.assertj.core.api.Assertions.within(duration.toSeconds(), java.time.temporal.ChronoUnit.SECONDS);
    }
}

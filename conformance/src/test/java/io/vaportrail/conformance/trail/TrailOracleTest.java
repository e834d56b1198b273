package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Asking the trail what an application did: queries, markers, counts, summary and policy. */
@EmulatorTest
@Timeout(30)
class TrailOracleTest {
    private static final String TRAIL = "/_vaportrail/trail";

    private Wire wire;
    private Trail trail;
    private SqsClient app;
    private String url;

    @BeforeEach
    void work(TestEmulator emulator) {
        wire = new Wire(emulator.endpoint());
        trail = new Trail(emulator);
        url = emulator.clients()
                .sqs(Protocol.AWS_JSON, "sarah")
                .createQueue(r -> r.queueName("orders").attributesWithStrings(Map.of("VisibilityTimeout", "45")))
                .queueUrl();
        wire.post(TRAIL + "/markers/A", "");
        app = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        app.sendMessage(r -> r.queueUrl(url).messageBody("x").delaySeconds(3));
        app.sendMessage(r -> r.queueUrl(url).messageBody("y").delaySeconds(7));
        AwsError.of(() -> app.getQueueUrl(r -> r.queueName("nowhere")));
        wire.post(TRAIL + "/markers/B", "");
        app.receiveMessage(r -> r.queueUrl(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userIdentity.userName = 'app' | 4",
                "userIdentity.userName = 'app' and not errorCode exists | 3",
                "requestParameters.queueUrl like '*/orders' | 3",
                "requestParameters.delaySeconds > 3 | 1",
                "requestParameters.delaySeconds in (3, 7) | 2",
                "requestParameters.attributes.VisibilityTimeout = 45 | 1",
                "resources[].ARN = 'arn:aws:sqs:us-east-1:000000000000:orders' and eventName = 'SendMessage' | 2",
                "eventCategory = 'Data' | 4",
                "managementEvent = true | 1",
                "requestParameters.messageBody like '*x*' | 0",
            })
    void countsWhatAQueryFinds(String where, int expected) {
        JsonNode answer =
                Trail.parse(wire.get(TRAIL + "/count?where=" + encoded(where)).body());

        assertThat(answer.get("Count").asInt()).isEqualTo(expected);
        assertThat(trail.records("where=" + encoded(where))).hasSize(expected);
    }

    @Test
    void readsBetweenMarkers() {
        assertThat(Trail.names(trail.records("since=marker:A&until=marker:B&order=oldest")))
                .containsExactly("SendMessage", "SendMessage", "GetQueueUrl");
        assertThat(Trail.names(trail.records("since=marker:B"))).containsExactly("ReceiveMessage");
        assertThat(Trail.names(trail.records("until=marker:A"))).containsExactly("CreateQueue");
    }

    @Test
    void answersTheFirstAndTheLastRecordAlone() {
        assertThat(Trail.parse(wire.get(TRAIL + "/first?since=marker:A").body())
                        .at("/requestParameters/delaySeconds")
                        .asInt())
                .isEqualTo(3);
        assertThat(Trail.parse(wire.get(TRAIL + "/last").body())
                        .get("eventName")
                        .asText())
                .isEqualTo("ReceiveMessage");
        assertThat(wire.get(TRAIL + "/first?eventName=DeleteQueue").statusCode())
                .isEqualTo(404);
    }

    @Test
    void sumsUp() {
        JsonNode summary = Trail.parse(
                wire.get(TRAIL + "/summary?since=marker:A&until=marker:B").body());

        assertThat(summary.get("Calls").asInt()).isEqualTo(3);
        assertThat(summary.get("Errors").asInt()).isEqualTo(1);
        assertThat(summary.at("/Summary/0/action").asText()).isEqualTo("sqs:GetQueueUrl");
        assertThat(summary.at("/Summary/0/errorCodes").toString()).isEqualTo("{\"QueueDoesNotExist\":1}");
        assertThat(summary.at("/Summary/1/resource").asText()).isEqualTo("arn:aws:sqs:us-east-1:000000000000:orders");
        assertThat(summary.at("/Summary/1/calls").asInt()).isEqualTo(2);
        assertThat(wire.get(TRAIL + "/summary?format=text").body()).hasLineCount(5);
    }

    @Test
    void writesThePolicyForWhatWasDone() {
        HttpResponse<String> answer = wire.get(TRAIL + "/policy?principal=app&since=marker:A&error=false");

        assertThat(Trail.parse(answer.body()))
                .isEqualTo(Trail.parse("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                        + "[\"sqs:ReceiveMessage\",\"sqs:SendMessage\"],\"Resource\":"
                        + "[\"arn:aws:sqs:us-east-1:000000000000:orders\"]}]}"));
        assertThat(wire.get(TRAIL + "/policy").statusCode()).isEqualTo(400);
        assertThat(wire.get(TRAIL + "/policy?principal=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aResetOfAnAccountDropsItsMarkers() {
        wire.post(TRAIL + "/markers/mine?account=111122223333", "");
        wire.post("/_vaportrail/reset?account=111122223333", "");

        assertThat(wire.get(TRAIL + "/markers/mine").statusCode()).isEqualTo(404);
        assertThat(wire.get(TRAIL + "/markers/A").statusCode()).isEqualTo(200);

        wire.post("/_vaportrail/reset", "");

        assertThat(wire.get(TRAIL + "/markers").body()).isEqualTo("{\"Markers\":[]}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?where=eventname+%3D+%27x%27 | 400 | where, character 1: eventname (expected: eventName)",
                "/count?where= | 400 | where, character 1: the end (expected: a field like eventName, not, or an opening ()",
                "?since=marker:C | 400 | since: marker:C (expected: a marker that was set by POST"
                        + " /_vaportrail/trail/markers/NAME)",
                "/markers/C | 404 | marker: C (expected: one that was set)",
                "/summary?format=xml | 400 | format: xml (expected: json or text)"
            })
    void refusesWhatMakesNoSense(String path, int status, String line) {
        HttpResponse<String> answer = wire.get(TRAIL + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(line + "\n");
    }

    @Test
    void markersTakeOtherMethodsForWhatTheyAre() {
        assertThat(wire.send(wire.request(TRAIL + "/markers/A").PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
        assertThat(wire.send(wire.request(TRAIL + "/markers/A").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(wire.send(wire.request(TRAIL + "/markers/A").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(wire.get(TRAIL + "?since=marker:A").statusCode()).isEqualTo(400);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

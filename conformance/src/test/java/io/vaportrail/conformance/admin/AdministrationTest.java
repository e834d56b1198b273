package io.vaportrail.conformance.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.RawConnection;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Health, clock and reset, as curl uses them. */
@EmulatorTest
class AdministrationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestEmulator emulator;
    private Wire wire;
    private SqsClient sqs;

    @BeforeEach
    void connect(TestEmulator started) {
        emulator = started;
        wire = new Wire(emulator.endpoint());
        sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
    }

    @Test
    void tellsItsHealth() throws JsonProcessingException {
        sqs.listQueues();

        JsonNode health = json(wire.get("/_vaportrail/health"));

        assertThat(health.get("status").asText()).isEqualTo("running");
        assertThat(health.at("/services/sqs").asText()).isEqualTo("loaded");
        assertThat(health.at("/clock/frozen").asBoolean()).isTrue();
        assertThat(health.toString()).contains("managementDropped", "dataDropped");
    }

    @Test
    void tellsItsHealthAsLocalStackDoes() throws JsonProcessingException {
        sqs.listQueues();

        assertThat(json(wire.get("/_localstack/health")).at("/services/sqs").asText())
                .isEqualTo("running");
    }

    @Test
    void movesTimeAndRunsWhatIsDue() throws JsonProcessingException {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(900));
        Instant before = time();

        JsonNode answer = json(wire.post("/_vaportrail/clock", "{\"advance\":\"PT15M\"}"));

        assertThat(answer.get("settled").asBoolean()).isTrue();
        assertThat(time()).isEqualTo(before.plusSeconds(900));
        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
    }

    @Test
    void setsTimeForwardOnly() throws JsonProcessingException {
        json(wire.post("/_vaportrail/clock", "{\"set\":\"2040-05-06T07:08:09Z\"}"));
        assertThat(time()).isEqualTo(Instant.parse("2040-05-06T07:08:09Z"));

        HttpResponse<String> back = wire.post("/_vaportrail/clock", "{\"set\":\"2030-01-01T00:00:00Z\"}");

        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(time()).isEqualTo(Instant.parse("2040-05-06T07:08:09Z"));
    }

    @Test
    void letsTimeRunAndStopsIt() throws JsonProcessingException {
        assertThat(json(wire.post("/_vaportrail/clock", "{\"freeze\":false}"))
                        .get("frozen")
                        .asBoolean(true))
                .isFalse();
        assertThat(json(wire.post("/_vaportrail/clock", "{\"freeze\":true}"))
                        .get("frozen")
                        .asBoolean())
                .isTrue();
        assertThat(time()).isEqualTo(time());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"advance\":\"-PT1S\"}",
                "{\"advance\":\"an hour\"}",
                "{\"advance\":3600}",
                "{\"set\":\"tomorrow\"}",
                "{\"set\":\"99999-01-01T00:00:00Z\"}",
                "{\"freeze\":\"yes\"}",
                "{\"rewind\":true}"
            })
    void refusesWhatIsNoTime(String body) {
        HttpResponse<String> answer = wire.post("/_vaportrail/clock", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("expected").doesNotContain("\tat ");
    }

    @Test
    void forgetsEverything() throws JsonProcessingException {
        sqs.createQueue(r -> r.queueName("orders"));
        emulator.advanceSeconds(3_600);

        assertThat(wire.post("/_vaportrail/reset", "").statusCode()).isEqualTo(200);

        assertThat(sqs.listQueues().queueUrls()).isEmpty();
        assertThat(json(wire.get("/_vaportrail/trail")).get("Records")).hasSize(1);
        assertThat(json(wire.get("/_vaportrail/clock")).get("frozen").asBoolean(true))
                .isFalse();
    }

    @Test
    void forgetsOneAccount() throws JsonProcessingException {
        SqsClient other = emulator.clients().sqs(Protocol.AWS_JSON, "mike@777788889999");
        sqs.createQueue(r -> r.queueName("orders"));
        other.createQueue(r -> r.queueName("theirs"));

        assertThat(wire.post("/_vaportrail/reset?account=777788889999", "").statusCode())
                .isEqualTo(200);

        assertThat(other.listQueues().queueUrls()).isEmpty();
        assertThat(sqs.listQueues().queueUrls()).hasSize(1);
        assertThat(json(wire.get("/_vaportrail/trail?eventName=CreateQueue")).get("Records"))
                .hasSize(1);
        assertThat(wire.post("/_vaportrail/reset?account=me", "").statusCode()).isEqualTo(400);
    }

    @Test
    void answersOpenPollsWithNothingOnReset() throws IOException {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            connection
                    .json("ReceiveMessage", "{\"QueueUrl\":\"" + url + "\",\"WaitTimeSeconds\":20}")
                    .flush();
            emulator.awaitOpenPolls(1);

            wire.post("/_vaportrail/reset", "");

            RawConnection.Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{}");
        }
    }

    @Test
    void showsItsConfiguration() throws JsonProcessingException {
        assertThat(json(wire.get("/_vaportrail/config")).isObject()).isTrue();
    }

    @Test
    void knowsNoOtherPathOrMethod() {
        assertThat(wire.get("/_vaportrail/nothing").statusCode()).isEqualTo(404);
        assertThat(wire.get("/_vaportrail/reset").statusCode()).isEqualTo(405);
    }

    @Test
    void showsTheMessagesOfAQueueAsLocalStackDoes() {
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("seen, not taken"));

        HttpResponse<String> answer = wire.get("/_aws/sqs/messages?" + Wire.encode(Map.of("QueueUrl", url)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("seen, not taken");
        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
    }

    private Instant time() throws JsonProcessingException {
        return Instant.parse(json(wire.get("/_vaportrail/clock")).get("time").asText());
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}

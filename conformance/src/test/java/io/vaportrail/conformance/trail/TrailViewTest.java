package io.vaportrail.conformance.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vaportrail.conformance.fixture.AwsError;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code /_vaportrail/trail}: what an application did, as curl shows it. */
@EmulatorTest
@Timeout(30)
class TrailViewTest {
    private TestEmulator emulator;
    private Wire wire;
    private Trail trail;
    private String url;

    @BeforeEach
    void work(TestEmulator started) {
        emulator = started;
        wire = new Wire(emulator.endpoint());
        trail = new Trail(emulator);
        url = emulator.clients()
                .sqs(Protocol.AWS_JSON, "sarah")
                .createQueue(r -> r.queueName("orders"))
                .queueUrl();
        emulator.advanceSeconds(600);
        SqsClient app = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        app.sendMessage(r -> r.queueUrl(url).messageBody("x"));
        app.receiveMessage(r -> r.queueUrl(url));
        AwsError.of(() -> app.getQueueUrl(r -> r.queueName("nowhere")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4",
        "eventName=SendMessage, 1",
        "eventName=SendMessage&eventName=CreateQueue, 2",
        "eventSource=sqs, 4",
        "eventSource=sqs.amazonaws.com, 4",
        "eventSource=sns, 0",
        "username=sarah, 1",
        "username=app, 3",
        "resource=arn:aws:sqs:us-east-1:000000000000:orders, 2",
        "category=Management, 1",
        "category=Data, 3",
        "error=true, 1",
        "error=false, 3",
        "since=PT5M, 3",
        "until=PT5M, 1",
        "limit=2, 2",
        "username=app&error=false&limit=1, 1"
    })
    void filters(String query, int expected) {
        assertThat(trail.records(query)).hasSizeGreaterThanOrEqualTo(expected);
        if (!query.startsWith("resource")) {
            assertThat(trail.records(query)).hasSize(expected);
        }
    }

    @Test
    void answersTheNewestFirst() {
        assertThat(Trail.names(trail.records("")))
                .containsExactly("GetQueueUrl", "ReceiveMessage", "SendMessage", "CreateQueue");
    }

    @Test
    void answersALineForEachRecord() {
        HttpResponse<String> answer = wire.get("/_vaportrail/trail?format=text");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body().lines()).hasSize(4);
        assertThat(answer.body().lines().toList().get(3)).contains("sarah").contains("CreateQueue");
        assertThat(answer.body().lines().toList().get(0)).contains("app").contains("GetQueueUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=blue", "limit=0", "limit=x", "format=xml", "since=yesterday", "category=Odd"})
    void refusesWhatItDoesNotUnderstand(String query) {
        HttpResponse<String> answer = wire.get("/_vaportrail/trail?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("expected").doesNotContain("\tat ");
    }

    @Test
    void marksWhatIsNotImplemented() {
        wire.send(wire.request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "TrentService.ListKeys")
                .header("Authorization", Wire.authorization("sarah", "us-east-1", "kms"))
                .POST(BodyPublishers.ofString("{}")));

        JsonNode answer =
                Trail.parse(wire.get("/_vaportrail/trail?eventSource=kms").body());

        JsonNode event = answer.at("/Records/0");
        assertThat(event.get("eventName").asText()).isEqualTo("ListKeys");
        assertThat(event.at("/userIdentity/userName").asText()).isEqualTo("sarah");
        assertThat(answer.get("Marks").has(event.get("eventID").asText())).isTrue();
    }

    @Test
    void doesNotRecordItself() {
        trail.records("");

        assertThat(trail.records("")).hasSize(4);
    }

    @Test
    void followsLive() throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        emulator.endpoint().resolve("/_vaportrail/trail?follow=true&username=app"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            emulator.clients().sqs(Protocol.AWS_JSON, "mike").listQueues();
            emulator.clients().sqs(Protocol.AWS_JSON, "app").purgeQueue(r -> r.queueUrl(url));

            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                line = lines.readLine();
            }

            JsonNode record = Trail.parse(line.substring("data:".length())).at("/Records/0");
            assertThat(record.get("eventName").asText()).isEqualTo("PurgeQueue");
        }
    }
}

package io.vaportrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.core.service.EmulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdministrationTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private Emulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.of("127.0.0.1", 0).with(EmulatorSettings.DEFAULT));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return answer.body();
    }

    private HttpResponse<String> clock(String command) throws Exception {
        return send("POST", "/_vaportrail/clock", command);
    }

    private void call(String account, String operation, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(emulator.endpoint())
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + operation)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + account
                                + "/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0")
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsItsHealth() throws Exception {
        assertThat(get("/_vaportrail/health"))
                .contains("\"status\" : \"running\"", "\"sqs\" : \"available\"", "\"frozen\" : false")
                .contains("\"pendingWork\" : 0", "\"managementDropped\" : 0", "\"dataDropped\" : 0", "\"open\" : 1");
        call("test", "ListQueues", "{}");
        assertThat(get("/_vaportrail/health")).contains("\"sqs\" : \"loaded\"", "\"dataRecords\" : 1");
    }

    @Test
    void tellsItsHealthAsLocalStackDoes() throws Exception {
        assertThat(get("/_localstack/health")).contains("\"services\"", "\"sqs\" : \"available\"", "\"version\"");
        call("test", "ListQueues", "{}");
        assertThat(get("/_localstack/health")).contains("\"sqs\" : \"running\"");
    }

    @Test
    void tellsItsConfiguration() throws Exception {
        assertThat(get("/_vaportrail/config"))
                .contains("\"account\" : \"000000000000\"", "\"region\" : \"us-east-1\"", "\"strict\" : false");
    }

    @Test
    void movesTheClock() throws Exception {
        assertThat(clock("{\"freeze\":true}").body()).contains("\"frozen\" : true", "\"settled\" : true");
        assertThat(clock("{\"set\":\"2030-01-01T00:00:00Z\"}").body()).contains("\"time\" : \"2030-01-01T00:00:00Z\"");
        assertThat(clock("{\"advance\":\"P1DT1H\"}").body()).contains("\"time\" : \"2030-01-02T01:00:00Z\"");
        assertThat(get("/_vaportrail/clock")).contains("\"time\" : \"2030-01-02T01:00:00Z\"", "\"frozen\" : true");
        assertThat(clock(" { \"freeze\" : false } ").body()).contains("\"frozen\" : false");
    }

    @Test
    void runsWhatIsDueBeforeItAnswers() throws Exception {
        clock("{\"freeze\":true}");
        long at = emulator.clock().millis() + 1000;
        boolean[] ran = {false};
        emulator.clock().schedule(at, () -> ran[0] = true);

        assertThat(clock("{\"advance\":\"PT1S\"}").statusCode()).isEqualTo(200);
        assertThat(ran[0]).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"PT1H\"",
                "{\"advance\":\"PT1H\"",
                "{\"advance\":\"PT1H\"} x",
                "{\"advance\":\"PT1H\"}{}",
                "{\"advance\":\"PT1H\",\"freeze\":true}",
                "{\"advance\":\"PT1H\",\"advance\":\"PT1H\"}",
                "{\"advance\":\"one hour\"}",
                "{\"advance\":3600}",
                "{\"advance\":null}",
                "{\"advance\":{\"PT1H\":1}}",
                "{\"advance\":\"-PT1H\"}",
                "{\"advance\":\"P100000000D\"}",
                "{\"advance\":\"PT9223372036854775807S\"}",
                "{\"set\":\"2001-01-01T00:00:00Z\"}",
                "{\"set\":\"2030-01-01\"}",
                "{\"set\":\"+1000000000-12-31T23:59:59.999999999Z\"}",
                "{\"set\":\"10000-01-01T00:00:00Z\"}",
                "{\"freeze\":\"true\"}",
                "{\"freeze\":1}",
                "{\"speed\":2}",
                "\u00ff\u00fe"
            })
    void refusesWhatIsNoCommandForTheClockInOneLine(String command) throws Exception {
        HttpResponse<String> answer = clock(command);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\n  \"error\" : \"")
                .contains("(expected: ")
                .endsWith("\"\n}\n");
        assertThat(get("/_vaportrail/clock")).contains("\"frozen\" : false");
    }

    @Test
    void refusesALongCommand() throws Exception {
        assertThat(clock(" ".repeat(2000) + "{\"freeze\":true}").statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsEverything() throws Exception {
        call("111122223333", "CreateQueue", "{\"QueueName\":\"q\"}");
        clock("{\"advance\":\"PT10H\"}");
        HttpResponse<String> answer = send("POST", "/_vaportrail/reset", "");

        assertThat(answer.body()).isEqualTo("{\n  \"reset\" : \"all\"\n}\n");
        assertThat(get("/_vaportrail/health")).contains("\"managementRecords\" : 0");
        long ahead = emulator.clock().millis() - System.currentTimeMillis();
        assertThat(ahead).isLessThan(Duration.ofHours(1).toMillis());
    }

    @Test
    void forgetsOneAccount() throws Exception {
        call("111122223333", "CreateQueue", "{\"QueueName\":\"q\"}");
        call("444455556666", "CreateQueue", "{\"QueueName\":\"q\"}");
        HttpResponse<String> answer = send("POST", "/_vaportrail/reset?account=111122223333", "");

        assertThat(answer.body()).contains("\"reset\" : \"111122223333\"");
        call("444455556666", "GetQueueUrl", "{\"QueueName\":\"q\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account=1", "account=", "acount=111122223333", "account=111122223333&x=1"})
    void refusesToForgetWhatIsNoAccount(String query) throws Exception {
        assertThat(send("POST", "/_vaportrail/reset?" + query, "").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesOtherPathsAndMethods() throws Exception {
        HttpResponse<String> unknown = send("GET", "/_vaportrail/wealth", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("\"error\"", "/_vaportrail/health");
        assertThat(send("GET", "/_localstack/init", "").statusCode()).isEqualTo(404);

        HttpResponse<String> wrong = send("DELETE", "/_vaportrail/clock", "");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).hasValue("GET, POST");
        assertThat(send("GET", "/_vaportrail/reset", "").statusCode()).isEqualTo(405);
    }

    @Test
    void answersHeadAsGet() throws Exception {
        HttpResponse<String> answer = send("HEAD", "/_vaportrail/health", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
    }
}

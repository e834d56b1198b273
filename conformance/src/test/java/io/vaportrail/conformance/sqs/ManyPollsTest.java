package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import io.vaportrail.conformance.fixture.Wire;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Thousands of open long polls slow nobody, and each is answered by a message of its own. */
@EmulatorTest
@Timeout(60)
class ManyPollsTest {
    private static final int POLLS = 2_000;
    private static final Duration QUICK = Duration.ofSeconds(1);

    @Test
    void answersEachOfTwoThousandPolls(TestEmulator emulator) throws Exception {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        String other = sqs.createQueue(r -> r.queueName("others")).queueUrl();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Wire wire = new Wire(emulator.endpoint(), http);

        int before = emulator.openPolls();
        List<CompletableFuture<HttpResponse<String>>> polls = new ArrayList<>();
        for (int i = 0; i < POLLS; i++) {
            polls.add(http.sendAsync(
                    wire.json(
                                    "app",
                                    "ReceiveMessage",
                                    BodyPublishers.ofString("{\"QueueUrl\":\"" + url + "\",\"WaitTimeSeconds\":20}"))
                            .build(),
                    BodyHandlers.ofString()));
        }
        emulator.awaitOpenPolls(before + POLLS);

        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            sqs.sendMessage(r -> r.queueUrl(other).messageBody("meanwhile"));
            assertThat(sqs.receiveMessage(r -> r.queueUrl(other)).messages()).hasSize(1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
        }
        assertThat(polls).noneMatch(CompletableFuture::isDone);

        sendToAll(sqs, url);

        CompletableFuture.allOf(polls.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        Set<String> bodies = new HashSet<>();
        for (CompletableFuture<HttpResponse<String>> poll : polls) {
            JsonNode messages = messages(poll.join());
            assertThat(messages).hasSize(1);
            bodies.add(messages.get(0).get("Body").asText());
        }
        assertThat(bodies).hasSize(POLLS);
    }

    private static void sendToAll(SqsClient sqs, String url) {
        for (int i = 0; i < POLLS; i += 10) {
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
            for (int j = i; j < i + 10; j++) {
                entries.add(SendMessageBatchRequestEntry.builder()
                        .id("id-" + j)
                        .messageBody("body-" + j)
                        .build());
            }
            assertThat(sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries))
                            .successful())
                    .hasSize(10);
        }
    }

    private static JsonNode messages(HttpResponse<String> answer) throws JsonProcessingException {
        return new ObjectMapper().readTree(answer.body()).get("Messages");
    }
}

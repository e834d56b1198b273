package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.RawConnection;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Thousands of open long polls slow nobody, and each is answered by a message of its own. */
@EmulatorTest
@Timeout(120)
class ManyPollsTest {
    private static final int POLLS = 2_000;
    private static final Duration QUICK = Duration.ofSeconds(5);

    private final List<RawConnection> polls = new ArrayList<>(POLLS);

    @AfterEach
    void closeAll() throws IOException {
        for (RawConnection poll : polls) {
            poll.close();
        }
    }

    @Test
    void answersEachOfTwoThousandPolls(TestEmulator emulator) throws IOException {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "000000000000");
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        for (int i = 0; i < POLLS; i++) {
            polls.add(new RawConnection(emulator.endpoint())
                    .json("ReceiveMessage", "{\"QueueUrl\":\"" + url + "\",\"WaitTimeSeconds\":20}")
                    .flush());
        }
        emulator.awaitOpenPolls(POLLS);

        assertOthersAreQuick(sqs);
        assertThat(emulator.openPolls()).isEqualTo(POLLS);
        sendOneForEach(sqs, url);

        Set<String> bodies = new HashSet<>();
        for (RawConnection poll : polls) {
            JsonNode messages = new ObjectMapper().readTree(poll.read().body()).get("Messages");
            assertThat(messages).hasSize(1);
            bodies.add(messages.get(0).get("Body").asText());
        }
        assertThat(bodies).hasSize(POLLS);
    }

    private static void assertOthersAreQuick(SqsClient sqs) {
        String other = sqs.createQueue(r -> r.queueName("others")).queueUrl();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            sqs.sendMessage(r -> r.queueUrl(other).messageBody("meanwhile"));
            assertThat(sqs.receiveMessage(r -> r.queueUrl(other)).messages()).hasSize(1);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
        }
    }

    private static void sendOneForEach(SqsClient sqs, String url) {
        for (int i = 0; i < POLLS; i += 10) {
            List<SendMessageBatchRequestEntry> entries = IntStream.range(i, i + 10)
                    .mapToObj(j -> SendMessageBatchRequestEntry.builder()
                            .id("id-" + j)
                            .messageBody("body-" + j)
                            .build())
                    .toList();
            assertThat(sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries))
                            .successful())
                    .hasSize(10);
        }
    }
}

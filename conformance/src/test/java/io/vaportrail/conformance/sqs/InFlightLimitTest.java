package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.RawConnection;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * No more than 120,000 messages of a queue are in flight. They are put there over pipelined connections, since a client would take
 * minutes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html">Quotas</a>
 */
@EmulatorTest
@Timeout(120)
class InFlightLimitTest {
    private static final int LIMIT = 120_000;
    private static final int BATCH = 10;
    private static final int PIPELINED = 100;

    @Test
    void refusesToReceiveMoreFromAStandardQueue(TestEmulator emulator) throws IOException {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "000000000000");
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        fill(emulator, url, i -> "");
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("one too many"));

        SqsTest.assertRefused("OverLimit", 403, () -> sqs.receiveMessage(r -> r.queueUrl(url)));

        emulator.advanceSeconds(SqsTest.TWELVE_HOURS);
        List<Message> messages =
                sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(1)).messages();
        assertThat(messages).hasSize(1);
    }

    @Test
    void answersNothingMoreFromAFifoQueue(TestEmulator emulator) throws IOException {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "000000000000");
        String url = sqs.createQueue(r -> r.queueName("orders.fifo").attributesWithStrings(Map.of("FifoQueue", "true")))
                .queueUrl();
        fill(
                emulator,
                url,
                i -> ",\"MessageGroupId\":\"g" + i / BATCH + "\",\"MessageDeduplicationId\":\"d" + i + "\"");
        sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("one too many")
                .messageGroupId("last")
                .messageDeduplicationId("last"));

        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).isEmpty();

        emulator.advanceSeconds(SqsTest.TWELVE_HOURS);
        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);
    }

    private static void fill(TestEmulator emulator, String url, IntFunction<String> more) throws IOException {
        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            for (int sent = 0; sent < LIMIT; sent += BATCH * PIPELINED) {
                for (int batch = 0; batch < PIPELINED; batch++) {
                    connection.json("SendMessageBatch", batch(url, sent + batch * BATCH, more));
                    connection.json(
                            "ReceiveMessage",
                            "{\"QueueUrl\":\"" + url + "\",\"MaxNumberOfMessages\":10,\"VisibilityTimeout\":43200}");
                }
                connection.flush();
                for (int answer = 0; answer < 2 * PIPELINED; answer++) {
                    assertThat(connection.read().status()).isEqualTo(200);
                }
            }
        }
        Map<String, String> counted = emulator.clients()
                .sqs(Protocol.AWS_JSON, "000000000000")
                .getQueueAttributes(
                        r -> r.queueUrl(url).attributeNamesWithStrings("ApproximateNumberOfMessagesNotVisible"))
                .attributesAsStrings();
        assertThat(counted).containsEntry("ApproximateNumberOfMessagesNotVisible", String.valueOf(LIMIT));
    }

    private static String batch(String url, int first, IntFunction<String> more) {
        StringBuilder entries = new StringBuilder();
        for (int i = first; i < first + BATCH; i++) {
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"Id\":\"i")
                    .append(i)
                    .append("\",\"MessageBody\":\"m\"")
                    .append(more.apply(i))
                    .append('}');
        }
        return "{\"QueueUrl\":\"" + url + "\",\"Entries\":[" + entries + "]}";
    }
}

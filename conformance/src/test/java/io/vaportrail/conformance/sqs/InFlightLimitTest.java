package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.sqs.store.MessageContent;
import io.vaportrail.sqs.store.Queue;
import io.vaportrail.sqs.store.ReceiveOptions;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * No more than 120,000 messages of a queue are in flight. All but the last ten are put there behind the server's back, since a client
 * would take minutes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html">Quotas</a>
 */
@Timeout(120)
class InFlightLimitTest extends SqsTest {
    private static final int LIMIT = 120_000;
    private static final int BATCH = 10;
    private static final String MD5_OF_M = "6f8f57715090da2632453988d9a1501b";

    @Test
    void refusesToReceiveMoreFromAStandardQueue() {
        String url = create("orders");
        fill("orders", LIMIT - BATCH);
        sendBatch(url);
        send(url, "one too many");

        assertThat(receive(url, r -> r.visibilityTimeout(TWELVE_HOURS))).hasSize(BATCH);
        assertThat(counts(url)).isEqualTo(new Counts(1, LIMIT, 0));
        assertRefused("OverLimit", 403, () -> receive(url));

        emulator.advanceSeconds(TWELVE_HOURS);
        assertThat(receive(url)).hasSize(BATCH);
    }

    @Test
    void answersNothingMoreFromAFifoQueue() {
        String url = createFifo("orders.fifo");
        fill("orders.fifo", LIMIT - BATCH);
        sendBatch(url);
        sendToGroup(url, "last", "one too many");

        assertThat(receive(url, r -> r.visibilityTimeout(TWELVE_HOURS))).hasSize(BATCH);
        assertThat(counts(url)).isEqualTo(new Counts(1, LIMIT, 0));
        assertThat(receive(url)).isEmpty();

        emulator.advanceSeconds(TWELVE_HOURS);
        assertThat(receive(url)).hasSize(BATCH);
    }

    private void sendBatch(String url) {
        sqs.sendMessageBatch(r -> r.queueUrl(url)
                .entries(IntStream.range(0, BATCH)
                        .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                                .id("id-" + i)
                                .messageBody("body-" + i)
                                .messageGroupId("group")
                                .build())
                        .toList()));
    }

    private void fill(String name, int count) {
        Queue queue = emulator.queue(name);
        ReceiveOptions ten = new ReceiveOptions(BATCH, TWELVE_HOURS, 0, null);
        for (int i = 0; i < count; i += BATCH) {
            for (int j = i; j < i + BATCH; j++) {
                String unique = "u" + j;
                queue.send(
                        new MessageContent("m", MD5_OF_M, Map.of(), null, null, null, "g" + i, unique), null, "sender");
            }
            assertThat(queue.receive(ten).join()).hasSize(BATCH);
        }
    }
}

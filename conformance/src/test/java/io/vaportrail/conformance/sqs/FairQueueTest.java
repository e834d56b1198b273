package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Fair queues: message groups on standard queues, where a noisy group does not starve a quiet one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html">Fair queues</a>
 */
class FairQueueTest extends SqsTest {
    @Test
    void servesAQuietGroupBeforeTheBacklogOfANoisyOne() {
        String url = create("orders");
        numbered("noisy-", 120).forEach(body -> sendToGroup(url, "noisy", body));
        holdThirty(url);
        sendToGroup(url, "quiet", "quiet-0");
        sendToGroup(url, "quiet", "quiet-1");

        assertThat(receiveBodies(url)).contains("quiet-0", "quiet-1").hasSize(10);
    }

    @Test
    void servesQuietGroupsBesideEachOther() {
        String url = create("orders");
        numbered("noisy-", 60).forEach(body -> sendToGroup(url, "noisy", body));
        holdThirty(url);
        for (int group = 0; group < 5; group++) {
            sendToGroup(url, "tenant-" + group, "of tenant " + group);
        }

        assertThat(receiveBodies(url))
                .contains("of tenant 0", "of tenant 1", "of tenant 2", "of tenant 3", "of tenant 4");
    }

    /** A group is noisy with thirty messages in flight that are more than a tenth of all. */
    private void holdThirty(String url) {
        for (int i = 0; i < 3; i++) {
            assertThat(receive(url)).hasSize(10);
        }
    }

    @Test
    void neitherLosesNorLocksAnything() {
        String url = create("orders");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String body = "m" + i;
            sent.add(body);
            if (i % 3 == 0) {
                send(url, body);
            } else {
                sendToGroup(url, "g" + i % 2, body);
            }
        }

        List<String> seen = new ArrayList<>();
        List<Message> messages = receive(url);
        while (!messages.isEmpty()) {
            seen.addAll(bodies(messages));
            messages = receive(url);
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
    }
}

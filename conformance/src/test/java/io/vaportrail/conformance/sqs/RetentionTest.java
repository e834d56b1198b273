package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** How long a queue keeps its messages, and PurgeQueue. */
class RetentionTest extends SqsTest {
    @Test
    void keepsAMessageFourDays() {
        String url = create("orders");
        send(url, "old");

        emulator.advance(Duration.ofDays(4).minusSeconds(1));
        assertThat(counts(url).visible()).isEqualTo(1);
        emulator.advanceSeconds(1);

        assertThat(receive(url)).isEmpty();
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void keepsAMessageAsLongAsTheQueueSays() {
        String url = create("orders", Map.of("MessageRetentionPeriod", "60"));
        send(url, "first");
        emulator.advanceSeconds(30);
        send(url, "second");

        emulator.advanceSeconds(30);
        assertThat(receiveBodies(url)).containsExactly("second");
        emulator.advanceSeconds(30);
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void dropsAMessageInFlightToo() {
        String url = create("orders", Map.of("MessageRetentionPeriod", "60"));
        send(url, "held too long");
        Message message = receiveOne(url, r -> r.visibilityTimeout(600));

        emulator.advanceSeconds(60);

        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
        delete(url, message);
        emulator.advanceSeconds(600);
        assertThat(receive(url)).isEmpty();
    }

    @Test
    void countsFromTheSendingEvenOfADelayedMessage() {
        String url = create("orders", Map.of("MessageRetentionPeriod", "60"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("too late").delaySeconds(90));

        emulator.advanceSeconds(90);

        assertThat(receive(url)).isEmpty();
        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
    }

    @Test
    void appliesANewPeriodToMessagesThatAreThereAlready() {
        String url = create("orders");
        send(url, "old");
        emulator.advanceSeconds(100);

        set(url, "MessageRetentionPeriod", "120");

        assertThat(counts(url).visible()).isEqualTo(1);
        emulator.advanceSeconds(20);
        assertThat(receive(url)).isEmpty();
    }

    @Test
    void purgesWhateverIsInTheQueue() {
        String url = create("orders");
        sendAll(url, "visible", "in flight");
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("delayed").delaySeconds(30));
        Message inFlight = receiveOne(url);

        sqs.purgeQueue(r -> r.queueUrl(url));

        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
        delete(url, inFlight);
        emulator.advanceSeconds(600);
        assertThat(receive(url)).isEmpty();
    }

    @Test
    void purgesAgainAtOnceAndLeavesWhatComesLater() {
        String url = create("orders");
        sqs.purgeQueue(r -> r.queueUrl(url));
        sqs.purgeQueue(r -> r.queueUrl(url));

        send(url, "later");

        assertThat(receiveBodies(url)).containsExactly("later");
    }

    @Test
    void purgesAFifoQueue() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "g", "once");

        sqs.purgeQueue(r -> r.queueUrl(url));

        assertThat(receive(url)).isEmpty();
        sendToGroup(url, "g", "twice");
        assertThat(receiveBodies(url)).containsExactly("twice");
    }
}

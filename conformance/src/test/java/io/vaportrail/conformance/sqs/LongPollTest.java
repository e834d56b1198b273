package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Long polling: a receive that finds nothing waits for a message, or for its time to end.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html">
 *     Short and long polling</a>
 */
@Timeout(30)
@SuppressWarnings("unchecked") // Builders of the SDK take consumers as varargs.
class LongPollTest extends SqsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private ExecutorService waiters = Executors.newCachedThreadPool();

    @BeforeEach
    void openPool() {
        waiters = Executors.newCachedThreadPool();
    }

    @AfterEach
    void closePool() {
        waiters.shutdownNow();
    }

    @Test
    void answersAWaitingPollOnASend() {
        String url = create("orders");
        CompletableFuture<List<Message>> poll = poll(url, 20);

        send(url, "at last");

        assertThat(poll).succeedsWithin(SOON);
        assertThat(bodies(poll.join())).containsExactly("at last");
        assertThat(counts(url)).isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void endsEmptyWhenTheTimeIsUp() {
        String url = create("orders");
        CompletableFuture<List<Message>> poll = poll(url, 20);

        emulator.advanceSeconds(19);
        assertThat(poll).isNotDone();
        emulator.advanceSeconds(1);

        assertThat(poll).succeedsWithin(SOON);
        assertThat(poll.join()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheQueueSays() {
        String url = create("orders", Map.of("ReceiveMessageWaitTimeSeconds", "7"));
        CompletableFuture<List<Message>> poll = waiting(() -> receive(url));

        emulator.advanceSeconds(6);
        assertThat(poll).isNotDone();
        emulator.advanceSeconds(1);

        assertThat(poll).succeedsWithin(SOON);
        assertThat(receive(url, r -> r.waitTimeSeconds(0))).isEmpty();
    }

    @Test
    void givesEachMessageToOnePoll() {
        String url = create("orders");
        List<CompletableFuture<List<Message>>> polls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            polls.add(poll(url, 20, r -> r.maxNumberOfMessages(1)));
        }

        numbered("m", 5).forEach(body -> send(url, body));

        List<String> seen = new ArrayList<>();
        for (CompletableFuture<List<Message>> poll : polls) {
            assertThat(poll).succeedsWithin(SOON);
            assertThat(poll.join()).hasSize(1);
            seen.addAll(bodies(poll.join()));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(numbered("m", 5));
    }

    @Test
    void answersWhenADelayEnds() {
        String url = create("orders", Map.of("DelaySeconds", "5"));
        send(url, "delayed");
        CompletableFuture<List<Message>> poll = poll(url, 20);

        emulator.advanceSeconds(5);

        assertThat(poll).succeedsWithin(SOON);
        assertThat(bodies(poll.join())).containsExactly("delayed");
    }

    @Test
    void answersWhenATimeoutEnds() {
        String url = create("orders");
        send(url, "again");
        receiveOne(url, r -> r.visibilityTimeout(4));
        CompletableFuture<List<Message>> poll = poll(url, 20);

        emulator.advanceSeconds(4);

        assertThat(poll).succeedsWithin(SOON);
        assertThat(bodies(poll.join())).containsExactly("again");
    }

    @Test
    void answersWhenAMessageIsShownAgain() {
        String url = create("orders");
        send(url, "again");
        Message message = receiveOne(url);
        CompletableFuture<List<Message>> poll = poll(url, 20);

        changeVisibility(url, message, 0);

        assertThat(poll).succeedsWithin(SOON);
        assertThat(bodies(poll.join())).containsExactly("again");
    }

    @Test
    void answersWhenAGroupIsUnlocked() {
        String url = createFifo("orders.fifo");
        sendToGroup(url, "g", "first");
        sendToGroup(url, "g", "second");
        Message first = receiveOne(url);
        CompletableFuture<List<Message>> poll = poll(url, 20);

        delete(url, first);

        assertThat(poll).succeedsWithin(SOON);
        assertThat(bodies(poll.join())).containsExactly("second");
    }

    @Test
    void answersOnTheDeadLetterQueueToo() {
        String dead = create("dead");
        String url = create("orders", Map.of("RedrivePolicy", redrivePolicy("dead", 1)));
        send(url, "poison");
        receiveOne(url, r -> r.visibilityTimeout(0));
        CompletableFuture<List<Message>> poll = poll(dead, 20);

        assertThat(receive(url)).isEmpty();

        assertThat(poll).succeedsWithin(SOON);
        assertThat(bodies(poll.join())).containsExactly("poison");
    }

    @Test
    void answersOnABatch() {
        String url = create("orders");
        CompletableFuture<List<Message>> poll = poll(url, 20);

        sqs.sendMessageBatch(r -> r.queueUrl(url)
                .entries(e -> e.id("a").messageBody("a"), e -> e.id("b").messageBody("b")));

        assertThat(poll).succeedsWithin(SOON);
        assertThat(poll.join()).isNotEmpty();
    }

    @Test
    void doesNotHoldUpOtherCalls() {
        String url = create("orders");
        List<CompletableFuture<List<Message>>> polls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            polls.add(poll(url, 20));
        }

        assertThat(counts(url)).isEqualTo(new Counts(0, 0, 0));
        emulator.advanceSeconds(20);

        polls.forEach(poll -> assertThat(poll).succeedsWithin(SOON));
    }

    @Test
    void endsWithTheQueue() {
        String url = create("orders");
        CompletableFuture<List<Message>> poll = poll(url, 20).exceptionally(e -> List.of());

        sqs.deleteQueue(r -> r.queueUrl(url));

        assertThat(poll).succeedsWithin(SOON);
        assertThat(poll.join()).isEmpty();
    }

    private CompletableFuture<List<Message>> poll(String url, int seconds) {
        return poll(url, seconds, r -> {});
    }

    private CompletableFuture<List<Message>> poll(
            String url, int seconds, Consumer<ReceiveMessageRequest.Builder> more) {
        return waiting(() -> receive(url, r -> more.accept(r.waitTimeSeconds(seconds))));
    }

    /** Returns once the poll is open. */
    private CompletableFuture<List<Message>> waiting(java.util.function.Supplier<List<Message>> call) {
        int before = emulator.openPolls();
        CompletableFuture<List<Message>> poll = CompletableFuture.supplyAsync(call, waiters);
        emulator.awaitOpenPolls(before + 1);
        return poll;
    }
}

package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Senders, receivers and deleters at once lose and duplicate nothing. */
@Timeout(60)
final class QueueRaceTest {
    private static final int SENDERS = 4;
    private static final int RECEIVERS = 4;
    private static final int EACH = 5_000;

    private final QueueFixture fixture = new QueueFixture();
    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS + RECEIVERS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        StoreInvariants.check(fixture.queues);
    }

    @Test
    void everyMessageOfAStandardQueueIsReceivedOnce() throws Exception {
        race(fixture.standard());
    }

    @Test
    void everyMessageOfAFifoQueueIsReceivedOnce() throws Exception {
        race(fixture.fifo());
    }

    @Test
    void everyMessageFindsOneOfTheWaitingPolls() throws Exception {
        Queue queue = fixture.standard();
        Map<String, Integer> received = new ConcurrentHashMap<>();
        CountDownLatch all = new CountDownLatch(SENDERS * EACH);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < RECEIVERS; i++) {
            work.add(threads.submit(() -> {
                for (int n = 0; n < SENDERS * EACH / RECEIVERS; n++) {
                    queue.receive(new ReceiveOptions(1, null, 20, null)).thenAccept(messages -> {
                        messages.forEach(
                                one -> received.merge(one.message().content().body(), 1, Integer::sum));
                        all.countDown();
                    });
                }
            }));
        }
        for (int i = 0; i < SENDERS; i++) {
            work.add(threads.submit(sender(queue, i)));
        }
        for (Future<?> future : work) {
            future.get();
        }
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(received).hasSize(SENDERS * EACH).allSatisfy((body, count) -> assertThat(count)
                .isEqualTo(1));
    }

    @Test
    void abandonedPollsLoseNothing() throws Exception {
        Queue queue = fixture.standard();
        AtomicInteger received = new AtomicInteger();
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < RECEIVERS; i++) {
            work.add(threads.submit(() -> {
                for (int n = 0; n < EACH; n++) {
                    Poll poll = queue.receive(new ReceiveOptions(1, null, 20, null));
                    poll.abandon();
                    received.addAndGet(poll.join().size());
                }
            }));
        }
        for (int i = 0; i < SENDERS; i++) {
            work.add(threads.submit(sender(queue, i)));
        }
        for (Future<?> future : work) {
            future.get();
        }

        QueueCounts counts = queue.counts();
        assertThat(counts.notVisible()).isEqualTo(received.get());
        assertThat(counts.visible() + counts.notVisible()).isEqualTo(SENDERS * EACH);
        assertThat(fixture.machineTimer.size()).isZero();
    }

    private void race(Queue queue) throws Exception {
        Map<String, Integer> received = new ConcurrentHashMap<>();
        AtomicInteger left = new AtomicInteger(SENDERS * EACH);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            work.add(threads.submit(sender(queue, i)));
        }
        for (int i = 0; i < RECEIVERS; i++) {
            work.add(threads.submit(() -> {
                while (left.get() > 0) {
                    for (Received one : QueueFixture.receive(queue, 10)) {
                        received.merge(one.message().content().body(), 1, Integer::sum);
                        queue.delete(one.receiptHandle());
                        left.decrementAndGet();
                    }
                }
            }));
        }
        for (Future<?> future : work) {
            future.get();
        }
        assertThat(received).hasSize(SENDERS * EACH).allSatisfy((body, count) -> assertThat(count)
                .isEqualTo(1));
        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    private static Runnable sender(Queue queue, int number) {
        return () -> {
            for (int n = 0; n < EACH; n++) {
                String body = number + "-" + n;
                queue.send(content(body, "g" + n % 50, queue.isFifo() ? body : null), null, "me");
            }
        };
    }
}

package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** One message for many queues, many messages for a few: nothing is lost. How long it takes is printed. */
class FanoutTest extends SnsTest {
    private static final int THREADS = 8;

    private String count(String url) {
        return sqs.getQueueAttributes(
                        r -> r.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "none");
    }

    @Test
    void onePublishReachesAThousandQueues() {
        String topic = topic("orders");
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            urls.add(queue("q" + i));
            subscribe(topic, "q" + i);
        }

        long start = System.nanoTime();
        publish(topic, "m");
        long millis = (System.nanoTime() - start) / 1_000_000;

        System.out.println("one publish to 1,000 queues: " + millis + " ms");
        assertThat(urls).allSatisfy(url -> assertThat(count(url)).isEqualTo("1"));
    }

    @Test
    void tenThousandPublishesReachTenQueues() throws Exception {
        String topic = topic("orders");
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            urls.add(queue("q" + i));
            subscribeRaw(topic, "q" + i);
        }

        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                work.add(() -> publishTen(topic));
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;

        System.out.println("10,000 messages to 10 queues: " + millis + " ms");
        assertThat(urls).allSatisfy(url -> assertThat(count(url)).isEqualTo("10000"));
    }

    private Void publishTen(String topic) {
        List<PublishBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            entries.add(PublishBatchRequestEntry.builder()
                    .id("e" + i)
                    .message("m" + i)
                    .build());
        }
        sns.publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(entries));
        return null;
    }
}

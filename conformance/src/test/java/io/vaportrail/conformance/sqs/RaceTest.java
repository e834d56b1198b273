package io.vaportrail.conformance.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.conformance.fixture.EmulatorTest;
import io.vaportrail.conformance.fixture.Protocol;
import io.vaportrail.conformance.fixture.TestEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Senders, receivers and deleters at the same time lose nothing and duplicate nothing. */
@EmulatorTest
@Timeout(120)
class RaceTest {
    private static final int THREADS = 4;
    private static final int EACH = 150;
    private static final int ALL = THREADS * EACH;

    @Test
    void losesAndDuplicatesNothing(TestEmulator emulator) throws Exception {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        String url = sqs.createQueue(r -> r.queueName("orders")).queueUrl();
        Set<String> sent = ConcurrentHashMap.newKeySet();
        Map<String, String> received = new ConcurrentHashMap<>();
        AtomicInteger twice = new AtomicInteger();
        AtomicInteger deleted = new AtomicInteger();

        List<Callable<Object>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            work.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    String body = number + "-" + i;
                    sent.add(sqs.sendMessage(r -> r.queueUrl(url).messageBody(body))
                            .messageId());
                }
                return sent;
            });
            work.add(() -> {
                while (deleted.get() < ALL) {
                    List<Message> messages = sqs.receiveMessage(
                                    r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                            .messages();
                    for (Message message : messages) {
                        if (received.put(message.messageId(), message.body()) != null) {
                            twice.incrementAndGet();
                        }
                    }
                    deleted.addAndGet(deleteAll(sqs, url, messages));
                }
                return deleted;
            });
        }
        runAll(work);

        assertThat(twice).hasValue(0);
        assertThat(deleted).hasValue(ALL);
        assertThat(received.keySet()).hasSize(ALL).isEqualTo(sent);
        assertThat(Set.copyOf(received.values())).as("bodies").hasSize(ALL);
        assertEmpty(sqs, url);
    }

    @Test
    void keepsTheOrderOfEachGroup(TestEmulator emulator) throws Exception {
        SqsClient sqs = emulator.clients().sqs(Protocol.AWS_JSON, "app");
        String url = sqs.createQueue(r -> r.queueName("orders.fifo")
                        .attributesWithStrings(Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true")))
                .queueUrl();
        Map<String, ConcurrentLinkedQueue<String>> byGroup = new ConcurrentHashMap<>();
        AtomicInteger deleted = new AtomicInteger();

        List<Callable<Object>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String group = "g" + thread;
            byGroup.put(group, new ConcurrentLinkedQueue<>());
            work.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    String body = group + "-" + i;
                    sqs.sendMessage(r -> r.queueUrl(url).messageBody(body).messageGroupId(group));
                }
                return group;
            });
            work.add(() -> {
                while (deleted.get() < ALL) {
                    List<Message> messages = sqs.receiveMessage(r -> r.queueUrl(url)
                                    .maxNumberOfMessages(3)
                                    .waitTimeSeconds(1)
                                    .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                            .messages();
                    for (Message message : messages) {
                        String of = message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID);
                        byGroup.getOrDefault(of, new ConcurrentLinkedQueue<>()).add(message.body());
                    }
                    deleted.addAndGet(deleteAll(sqs, url, messages));
                }
                return deleted;
            });
        }
        runAll(work);

        byGroup.forEach((group, bodies) -> assertThat(bodies)
                .containsExactlyElementsOf(
                        IntStream.range(0, EACH).mapToObj(i -> group + "-" + i).toList()));
        assertEmpty(sqs, url);
    }

    private static int deleteAll(SqsClient sqs, String url, List<Message> messages) {
        messages.forEach(m -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(m.receiptHandle())));
        return messages.size();
    }

    private static void runAll(List<Callable<Object>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertEmpty(SqsClient sqs, String url) {
        assertThat(sqs.getQueueAttributes(r -> r.queueUrl(url)
                                .attributeNamesWithStrings(
                                        "ApproximateNumberOfMessages",
                                        "ApproximateNumberOfMessagesNotVisible",
                                        "ApproximateNumberOfMessagesDelayed"))
                        .attributesAsStrings()
                        .values())
                .containsOnly("0");
    }
}

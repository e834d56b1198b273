package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sqs.model.Message;

/** FIFO topics: order, deduplication, archive and replay. */
class FifoTopicTest extends SnsTest {
    private PublishResponse publishTo(String topic, String group, String message) {
        return sns.publish(r -> r.topicArn(topic).messageGroupId(group).message(message));
    }

    @Test
    void messagesArriveInOrderOnce() {
        String topic = fifoTopic("orders.fifo");
        String inbox = queue("inbox.fifo");
        subscribeRaw(topic, "inbox.fifo");
        List<String> bodies = IntStream.range(0, 10).mapToObj(i -> "m" + i).toList();

        bodies.forEach(body -> publishTo(topic, "g", body));
        PublishResponse first = publishTo(topic, "g", "m0");
        PublishResponse again = publishTo(topic, "g", "m0");

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.sequenceNumber()).isEqualTo(first.sequenceNumber());
        assertThat(first.sequenceNumber()).isEqualTo("10000000000000000001");
        assertThat(bodies(inbox)).isEqualTo(bodies);
    }

    @Test
    void deduplicationLastsFiveMinutes() {
        String topic = fifoTopic("orders.fifo");
        PublishResponse first = publishTo(topic, "g", "m");

        emulator.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(publishTo(topic, "g", "m").messageId()).isEqualTo(first.messageId());
        emulator.advance(Duration.ofMillis(1));
        assertThat(publishTo(topic, "g", "m").messageId()).isNotEqualTo(first.messageId());
    }

    @Test
    void scopeOfDeduplicationMayBeTheGroup() {
        String topic = topic(
                "orders.fifo",
                Map.of(
                        "FifoTopic",
                        "true",
                        "ContentBasedDeduplication",
                        "true",
                        "FifoThroughputScope",
                        "MessageGroup"));

        assertThat(publishTo(topic, "g1", "m").messageId())
                .isEqualTo(publishTo(topic, "g1", "m").messageId())
                .isNotEqualTo(publishTo(topic, "g2", "m").messageId());
    }

    @Test
    void envelopeCarriesTheSequenceNumberAndNoSignature() {
        String topic = fifoTopic("orders.fifo");
        String inbox = queue("inbox.fifo");
        subscribe(topic, "inbox.fifo");

        PublishResponse published = publishTo(topic, "g", "m");

        List<Message> messages = receive(inbox);
        assertThat(messages).hasSize(1);
        assertThat(json(messages.get(0).body()))
                .containsOnlyKeys(
                        "Type", "MessageId", "SequenceNumber", "TopicArn", "Message", "Timestamp", "UnsubscribeURL")
                .containsEntry("SequenceNumber", published.sequenceNumber());
        assertThat(messages.get(0).attributesAsStrings())
                .containsEntry("MessageGroupId", "g")
                .containsEntry(
                        "MessageDeduplicationId", "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a");
    }

    @Test
    void standardQueueTakesMessagesOfAFifoTopic() {
        String topic = fifoTopic("orders.fifo");
        String inbox = queue("inbox");
        subscribeRaw(topic, "inbox");

        publishTo(topic, "g", "m");

        assertThat(bodies(inbox)).containsExactly("m");
    }

    @Test
    void parametersAreChecked() {
        String fifo = topic("orders.fifo", Map.of("FifoTopic", "true"));
        String standard = topic("orders");

        assertInvalid("The MessageGroupId parameter is required for FIFO topics", () -> publish(fifo, "m"));
        assertInvalid(
                "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided"
                        + " explicitly",
                () -> publishTo(fifo, "g", "m"));
        assertInvalid(
                "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not"
                        + " valid for this topic type",
                () -> sns.publish(r -> r.topicArn(standard).message("m").messageDeduplicationId("d")));
        assertInvalid(
                "Invalid protocol type: email",
                () -> sns.subscribe(r -> r.topicArn(fifo).protocol("email").endpoint("a@example.com")));
    }

    @Test
    void archivedMessagesAreReplayed() {
        String topic = topic(
                "orders.fifo",
                Map.of(
                        "FifoTopic",
                        "true",
                        "ContentBasedDeduplication",
                        "true",
                        "ArchivePolicy",
                        "{\"MessageRetentionPeriod\":\"30\"}"));
        publishTo(topic, "g", "before");
        emulator.advance(Duration.ofHours(1));
        String start = emulator.now().toString();
        publishTo(topic, "g", "after");
        String inbox = queue("inbox.fifo");
        String arn = subscribeRaw(topic, "inbox.fifo");

        set(arn, "ReplayPolicy", "{\"PointType\":\"Timestamp\",\"StartingPoint\":\"" + start + "\"}");

        assertThat(bodies(inbox)).containsExactly("after");
        assertRefused(
                "InvalidState",
                400,
                "Cannot delete a topic with an ArchivePolicy",
                () -> sns.deleteTopic(r -> r.topicArn(topic)));
    }

    private static Map<String, String> archiving(int days) {
        return Map.of(
                "FifoTopic",
                "true",
                "ContentBasedDeduplication",
                "true",
                "ArchivePolicy",
                "{\"MessageRetentionPeriod\":\"" + days + "\"}");
    }

    private static String replayFrom(Instant start) {
        return "{\"PointType\":\"Timestamp\",\"StartingPoint\":\"" + start + "\"}";
    }

    @Test
    void replayMayStartWithTheSubscription() {
        String topic = topic("orders.fifo", archiving(30));
        Instant start = emulator.now();
        publishTo(topic, "g", "first");
        publishTo(topic, "g", "second");
        String inbox = queue("inbox.fifo");

        String arn =
                subscribe(topic, "inbox.fifo", Map.of("RawMessageDelivery", "true", "ReplayPolicy", replayFrom(start)));
        publishTo(topic, "g", "third");

        assertThat(bodies(inbox)).containsExactly("first", "second", "third");
        assertThat(attributes(arn)).containsEntry("ReplayStatus", "Completed");
        set(arn, "ReplayPolicy", "");
        assertThat(attributes(arn)).doesNotContainKeys("ReplayStatus", "ReplayPolicy");
    }

    @Test
    void replaysEndWhereThePolicySaysAndObeyFilters() {
        String topic = topic("orders.fifo", archiving(30));
        Instant start = emulator.now();
        publishTo(topic, "g", "{\"a\":1}");
        publishTo(topic, "g", "{\"a\":2}");
        emulator.advance(Duration.ofHours(1));
        Instant end = emulator.now();
        emulator.advance(Duration.ofHours(1));
        publishTo(topic, "g", "{\"a\":1,\"late\":true}");
        String inbox = queue("inbox.fifo");
        String arn = subscribe(
                topic,
                "inbox.fifo",
                Map.of(
                        "RawMessageDelivery",
                        "true",
                        "FilterPolicy",
                        "{\"a\":[1]}",
                        "FilterPolicyScope",
                        "MessageBody"));

        set(
                arn,
                "ReplayPolicy",
                "{\"PointType\":\"Timestamp\",\"StartingPoint\":\"" + start + "\",\"EndingPoint\":\"" + end + "\"}");

        assertThat(bodies(inbox)).containsExactly("{\"a\":1}");
    }

    @Test
    void archiveForgetsWhatIsOlderThanItsDays() {
        String topic = topic("orders.fifo", archiving(1));
        Instant start = emulator.now();
        publishTo(topic, "g", "old");
        emulator.advance(Duration.ofHours(25));
        publishTo(topic, "g", "new");
        String inbox = queue("inbox.fifo");

        subscribe(topic, "inbox.fifo", Map.of("RawMessageDelivery", "true", "ReplayPolicy", replayFrom(start)));

        assertThat(bodies(inbox)).containsExactly("new");
        assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes().get("BeginningArchiveTime"))
                .isEqualTo(emulator.now().minus(Duration.ofDays(1)).toString());
    }

    @Test
    void replaysNeedAnArchive() {
        String fifo = topic("plain.fifo", Map.of("FifoTopic", "true"));
        String standard = topic("standard");
        Map<String, String> replay = Map.of("ReplayPolicy", replayFrom(emulator.now()));

        assertInvalid("ReplayPolicy: the topic has no ArchivePolicy", () -> subscribe(fifo, "inbox.fifo", replay));
        assertInvalid(
                "Attributes Reason: ReplayPolicy: only supported for subscriptions to FIFO topics",
                () -> subscribe(standard, "inbox", replay));
        assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "365, true", "366, false"})
    void archivesLastFromOneDayToAYear(int days, boolean taken) {
        if (taken) {
            assertThat(topic("orders.fifo", archiving(days))).isNotEmpty();
        } else {
            assertInvalid(
                    "Attributes Reason: ArchivePolicy: MessageRetentionPeriod must be between 1 and 365 days",
                    () -> topic("orders.fifo", archiving(days)));
        }
    }

    @Test
    void groupsKeepTheirOrderWhenManyPublish() throws Exception {
        String topic = fifoTopic("orders.fifo");
        String inbox = queue("inbox.fifo");
        subscribeRaw(topic, "inbox.fifo");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (String group : List.of("a", "b", "c", "d")) {
                work.add(() -> {
                    for (int i = 0; i < 25; i++) {
                        publishTo(topic, group, group + i);
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        Map<String, Integer> next = new HashMap<>();
        for (int received = 0; received < 100; ) {
            List<Message> messages = receive(inbox);
            assertThat(messages).isNotEmpty();
            for (Message message : messages) {
                String group = message.body().substring(0, 1);
                assertThat(message.body()).isEqualTo(group + (next.merge(group, 1, Integer::sum) - 1));
                sqs.deleteMessage(r -> r.queueUrl(inbox).receiptHandle(message.receiptHandle()));
                received++;
            }
        }
    }
}

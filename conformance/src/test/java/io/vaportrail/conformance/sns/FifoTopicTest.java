package io.vaportrail.conformance.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
}

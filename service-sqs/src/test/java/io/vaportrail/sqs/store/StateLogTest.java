package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static io.vaportrail.sqs.store.QueueFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whoever keeps the last report of each entity can give the queues back as they are. */
final class StateLogTest {
    private final Map<String, Object> kept = new LinkedHashMap<>();
    private final QueueFixture fixture = new QueueFixture((service, account, region, kind, id, snapshot) -> {
        Object record = snapshot.get();
        if (record == null) {
            kept.remove(kind + " " + id);
        } else {
            kept.put(kind + " " + id, record);
        }
    });

    @Test
    void everyChangeIsReported() {
        Queue dead = fixture.create("dead", QueueAttributes.DEFAULT);
        Queue queue = fixture.create("orders", QueueFixture.withDeadLetters(dead, 1));
        Sent kills = queue.send(content("a"), null, "me");
        receive(queue, 1, 0);
        receive(queue, 1, 0);
        Sent flies = queue.send(content("b"), null, "me");
        Received flying = receive(queue, 1, 30).get(0);
        queue.changeVisibility(flying.receiptHandle(), 60);
        Sent goes = queue.send(content("c"), null, "me");
        queue.delete(receive(queue, 1).get(0).receiptHandle());

        assertThat(kept)
                .containsOnlyKeys(
                        "queue dead", "queue orders", "message " + kills.messageId(), "message " + flies.messageId());
        assertThat(goes.messageId()).isNotEmpty();
        assertThat(message(kills).queueName()).isEqualTo("dead");
        assertThat(message(flies)).isEqualTo(queue.peek().get(0));
        fixture.queues.delete(dead);
        assertThat(kept).doesNotContainKey("queue dead");
    }

    private MessageRecord message(Sent sent) {
        return (MessageRecord) Objects.requireNonNull(kept.get("message " + sent.messageId()));
    }
}

package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.bodies;
import static io.vaportrail.sqs.store.QueueFixture.content;
import static io.vaportrail.sqs.store.QueueFixture.receive;
import static io.vaportrail.sqs.store.QueueFixture.withDeadLetters;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeadLetterQueueTest {
    private final QueueFixture fixture = new QueueFixture();
    private final Queue deadLetters = fixture.create("dead", QueueAttributes.DEFAULT);
    private final Queue queue = fixture.create("orders", withDeadLetters(deadLetters, 2));

    @AfterEach
    void invariantsHold() {
        StoreInvariants.check(fixture.queues);
    }

    @Test
    void messageMovesAtTheAttemptAfterTheLastAllowedReceive() {
        Sent sent = queue.send(content("a"), null, "me");
        receive(queue, 1, 0);
        receive(queue, 1, 0);
        assertThat(deadLetters.counts().visible()).isZero();

        assertThat(receive(queue, 1, 0)).isEmpty();

        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 0));
        Received dead = receive(deadLetters, 1).get(0);
        assertThat(dead.message().messageId()).isEqualTo(sent.messageId());
        assertThat(dead.message().deadLetterSourceArn()).isEqualTo(queue.arnText());
        assertThat(dead.receiveCount()).as("receives across all queues").isEqualTo(3);
    }

    @Test
    void exhaustedMessageMakesWayForOthers() {
        queue.send(content("poison"), null, "me");
        receive(queue, 1, 0);
        receive(queue, 1, 0);
        queue.send(content("good"), null, "me");

        assertThat(bodies(receive(queue, 1))).containsExactly("good");
        assertThat(bodies(receive(deadLetters, 1))).containsExactly("poison");
    }

    @Test
    void standardQueueKeepsTheAge() {
        queue.send(content("a"), null, "me");
        long sentAt = fixture.clock.millis();
        fixture.advance(1_000);
        exhaust(queue);

        assertThat(receive(deadLetters, 1).get(0).message().sentMillis()).isEqualTo(sentAt);
    }

    @Test
    void fifoQueueCountsTheAgeAnewAndKeepsGroupAndOrder() {
        Queue dead = fixture.create("dead.fifo", QueueAttributes.DEFAULT);
        Queue fifo = fixture.create("orders.fifo", withDeadLetters(dead, 1));
        fifo.send(content("a", "g", "1"), null, "me");
        fifo.send(content("b", "g", "2"), null, "me");
        receive(fifo, 2, 0);
        fixture.advance(1_000);

        assertThat(receive(fifo, 1)).isEmpty();

        assertThat(bodies(receive(dead, 10, 0))).containsExactly("a", "b");
        Message first = receive(dead, 1).get(0).message();
        assertThat(first.sentMillis()).isEqualTo(fixture.clock.millis());
        assertThat(first.content().groupId()).isEqualTo("g");
    }

    @Test
    void moveAnswersAPollAtTheDeadLetterQueue() {
        queue.send(content("a"), null, "me");
        Poll poll = deadLetters.receive(new ReceiveOptions(1, null, 20, null));

        exhaust(queue);

        assertThat(bodies(poll.join())).containsExactly("a");
    }

    @Test
    void messageStaysWithoutItsDeadLetterQueue() {
        queue.send(content("a"), null, "me");
        fixture.queues.delete(deadLetters);
        exhaust(queue);

        assertThat(receive(queue, 1, 0)).hasSize(1);
    }

    @Test
    void queuesThatNameEachOtherDoNotLoop() {
        deadLetters.changeAttributes(from -> withDeadLetters(queue, 1));
        queue.send(content("a"), null, "me");
        Poll atDead = deadLetters.receive(new ReceiveOptions(1, 0, 20, null));
        exhaust(queue);

        assertThat(atDead.join()).hasSize(1);
        assertThat(receive(deadLetters, 1)).isEmpty();
        assertThat(bodies(receive(queue, 1))).containsExactly("a");
    }

    private static void exhaust(Queue queue) {
        receive(queue, 1, 0);
        receive(queue, 1, 0);
        receive(queue, 1, 0);
    }
}

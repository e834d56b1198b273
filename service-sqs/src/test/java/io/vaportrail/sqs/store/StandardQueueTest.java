package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.bodies;
import static io.vaportrail.sqs.store.QueueFixture.content;
import static io.vaportrail.sqs.store.QueueFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.model.sqs.OverLimit;
import io.vaportrail.model.sqs.ReceiptHandleIsInvalid;
import io.vaportrail.sqs.SqsLimits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StandardQueueTest {
    private final QueueFixture fixture = new QueueFixture();
    private final Queue queue = fixture.standard();

    @AfterEach
    void invariantsHold() {
        StoreInvariants.check(fixture.queues);
    }

    @Test
    void messagesComeInOrderOfArrivalAndEachOnce() {
        send("a", "b", "c");

        assertThat(bodies(receive(queue, 2))).containsExactly("a", "b");
        assertThat(bodies(receive(queue, 10))).containsExactly("c");
        assertThat(receive(queue, 10)).isEmpty();
        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 3, 0));
    }

    @Test
    void messageReturnsWhenItsVisibilityTimeoutEnds() {
        send("a");
        receive(queue, 1, 30);

        fixture.advance(29_999);
        assertThat(receive(queue, 1)).isEmpty();
        fixture.advance(1);
        Received again = receive(queue, 1).get(0);

        assertThat(again.receiveCount()).isEqualTo(2);
        assertThat(again.firstReceivedMillis()).isEqualTo(fixture.clock.millis() - 30_000);
    }

    @Test
    void returnedMessageGoesBehindThoseThatNeverWentOut() {
        send("a", "b");
        receive(queue, 1, 1);
        fixture.advance(1_000);

        assertThat(bodies(receive(queue, 1))).containsExactly("b");
    }

    @Test
    void deletedMessageIsGoneEvenAfterItsTimeout() {
        send("a");
        Received received = receive(queue, 1, 1).get(0);
        fixture.advance(1_000);

        queue.delete(received.receiptHandle());
        queue.delete(received.receiptHandle());

        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void handleOfEarlierReceiveDeletesNothing() {
        send("a");
        Received first = receive(queue, 1, 0).get(0);
        Received second = receive(queue, 1).get(0);

        queue.delete(first.receiptHandle());
        assertThat(queue.counts().notVisible()).isEqualTo(1);
        assertThatThrownBy(() -> queue.changeVisibility(first.receiptHandle(), 5))
                .hasMessageContaining("not available for visibility timeout change");

        queue.delete(second.receiptHandle());
        assertThat(queue.counts().notVisible()).isZero();
    }

    @Test
    void handlesNeverIssuedAndOfOtherQueuesAreToldApart() {
        Queue other = fixture.create("payments", QueueAttributes.DEFAULT);
        other.send(content("x"), null, "me");
        String foreign = receive(other, 1).get(0).receiptHandle();

        assertThatThrownBy(() -> queue.delete("nonsense"))
                .isInstanceOf(ReceiptHandleIsInvalid.class)
                .hasMessage("The input receipt handle \"nonsense\" is not a valid receipt handle.");
        assertThatThrownBy(() -> queue.delete(foreign))
                .isInstanceOf(ReceiptHandleIsInvalid.class)
                .hasMessageContaining("is not valid for this queue");
        char changed = foreign.charAt(12) == 'A' ? 'B' : 'A';
        String tampered = foreign.substring(0, 12) + changed + foreign.substring(13);
        assertThatThrownBy(() -> other.delete(tampered)).isInstanceOf(ReceiptHandleIsInvalid.class);
    }

    @Test
    void visibilityIsChangedBothWays() {
        send("a");
        String handle = receive(queue, 1, 10).get(0).receiptHandle();

        queue.changeVisibility(handle, 100);
        fixture.advance(99_999);
        assertThat(receive(queue, 1)).isEmpty();
        queue.changeVisibility(handle, 0);
        assertThat(queue.counts()).isEqualTo(new QueueCounts(1, 0, 0));
    }

    @Test
    void visibilityCanBeChangedAfterTheTimeout() {
        send("a");
        String handle = receive(queue, 1, 1).get(0).receiptHandle();
        fixture.advance(1_000);

        queue.changeVisibility(handle, 2);

        assertThat(receive(queue, 1)).isEmpty();
        fixture.advance(2_000);
        assertThat(receive(queue, 1)).hasSize(1);
    }

    @Test
    void messageIsHiddenForTwelveHoursAtMost() {
        send("a");
        String handle = receive(queue, 1, 60).get(0).receiptHandle();
        queue.changeVisibility(handle, SqsLimits.VISIBILITY_SECONDS_MAX);
        fixture.advance(1_000);

        assertThatThrownBy(() -> queue.changeVisibility(handle, SqsLimits.VISIBILITY_SECONDS_MAX))
                .hasMessage(
                        "Value 43200 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for"
                                + " the message is beyond the limit [43200 seconds]");
        queue.changeVisibility(handle, SqsLimits.VISIBILITY_SECONDS_MAX - 1);
    }

    @Test
    void delayHoldsMessagesBack() {
        queue.send(content("late"), 900, "me");
        queue.send(content("now"), 0, "me");

        assertThat(queue.counts()).isEqualTo(new QueueCounts(1, 0, 1));
        assertThat(bodies(receive(queue, 10))).containsExactly("now");
        fixture.advance(899_999);
        assertThat(receive(queue, 10, 0))
                .extracting(r -> r.message().content().body())
                .containsExactly("now");
        fixture.advance(1);
        assertThat(bodies(receive(queue, 10))).containsExactlyInAnyOrder("late", "now");
    }

    @Test
    void changeOfTheDelayDoesNotTouchWaitingMessages() {
        queue.changeAttributes(from -> QueueFixture.attributes(60, 345_600, null));
        send("a");
        queue.changeAttributes(from -> QueueAttributes.DEFAULT);

        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 1));
        fixture.advance(60_000);
        assertThat(queue.counts()).isEqualTo(new QueueCounts(1, 0, 0));
    }

    @Test
    void messagesExpireWhateverTheirState() {
        queue.changeAttributes(from -> QueueFixture.attributes(0, 60, null));
        queue.send(content("flying"), null, "me");
        receive(queue, 1, 600);
        queue.send(content("visible"), null, "me");
        queue.send(content("delayed"), 900, "me");

        fixture.advance(59_999);
        assertThat(queue.counts()).isEqualTo(new QueueCounts(1, 1, 1));
        fixture.advance(1);
        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 0));
    }

    @Test
    void flightIsLimitedForShortPolls() {
        for (int i = 0; i < SqsLimits.IN_FLIGHT + 1; i++) {
            queue.send(content("m"), null, "me");
        }
        String handle = "";
        for (int i = 0; i < SqsLimits.IN_FLIGHT / 10; i++) {
            List<Received> received = receive(queue, 10, 43_200);
            assertThat(received).hasSize(10);
            handle = received.get(0).receiptHandle();
        }

        assertThatThrownBy(() -> receive(queue, 1)).isInstanceOf(OverLimit.class);
        Poll waiting = queue.receive(new ReceiveOptions(1, null, 20, null));
        assertThat(waiting).isNotDone();
        queue.delete(handle);
        assertThat(waiting).isCompletedWithValueMatching(received -> received.size() == 1);
    }

    @Test
    void purgeTakesEverything() {
        send("a", "b");
        String handle = receive(queue, 1).get(0).receiptHandle();
        queue.send(content("late"), 10, "me");

        queue.purge();

        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 0));
        queue.delete(handle);
        fixture.advance(60_000);
        assertThat(receive(queue, 10)).isEmpty();
    }

    @Test
    void snapshotGivesTheSameQueueBack() {
        queue.send(content("flying"), null, "me");
        String handle = receive(queue, 1, 30).get(0).receiptHandle();
        queue.send(content("visible"), null, "me");
        queue.send(content("late"), 60, "me");
        QueueRecord record = queue.snapshot();

        fixture.queues.reset(null);
        fixture.queues.restore(record);
        Queue restored = fixture.queues.all().get(0);

        assertThat(restored.snapshot()).isEqualTo(record);
        assertThat(restored.counts()).isEqualTo(new QueueCounts(1, 1, 1));
        restored.delete(handle);
        assertThat(restored.counts()).isEqualTo(new QueueCounts(1, 0, 1));
    }

    private void send(String... bodies) {
        for (String body : bodies) {
            queue.send(content(body), null, "me");
        }
    }
}

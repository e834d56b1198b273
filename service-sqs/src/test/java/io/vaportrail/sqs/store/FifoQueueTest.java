package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.bodies;
import static io.vaportrail.sqs.store.QueueFixture.content;
import static io.vaportrail.sqs.store.QueueFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.sqs.SqsLimits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FifoQueueTest {
    private final QueueFixture fixture = new QueueFixture();
    private final Queue queue = fixture.fifo();
    private int sent;

    @AfterEach
    void invariantsHold() {
        StoreInvariants.check(fixture.queues);
    }

    @Test
    void groupIsLockedWhileItsMessagesAreInFlight() {
        send("g", "a", "b", "c");
        List<Received> first = receive(queue, 2);

        assertThat(bodies(first)).containsExactly("a", "b");
        assertThat(receive(queue, 10)).isEmpty();
        queue.delete(first.get(0).receiptHandle());
        assertThat(receive(queue, 10)).isEmpty();
        queue.delete(first.get(1).receiptHandle());
        assertThat(bodies(receive(queue, 10))).containsExactly("c");
    }

    @Test
    void otherGroupsGoOn() {
        send("g", "a1", "a2");
        send("h", "b1");

        assertThat(bodies(receive(queue, 1))).containsExactly("a1");
        assertThat(bodies(receive(queue, 1))).containsExactly("b1");
        assertThat(receive(queue, 1)).isEmpty();
    }

    @Test
    void receiveTakesAsManyOfOneGroupAsItCan() {
        send("g", "a1");
        send("h", "b1");
        send("g", "a2");

        assertThat(bodies(receive(queue, 10))).containsExactly("a1", "a2", "b1");
    }

    @Test
    void consumerOfOneMessageAtATimeSeesTheOrderOfArrival() {
        send("g", "1");
        send("h", "2");
        send("g", "3");
        send("i", "4");
        send("h", "5");

        for (String expected : List.of("1", "2", "3", "4", "5")) {
            Received received = receive(queue, 1).get(0);
            assertThat(received.message().content().body()).isEqualTo(expected);
            queue.delete(received.receiptHandle());
        }
    }

    @Test
    void orderIsKeptWhenMessagesReturn() {
        send("g", "a", "b", "c");
        List<Received> first = receive(queue, 2, 10);
        queue.changeVisibility(first.get(1).receiptHandle(), 0);

        assertThat(receive(queue, 10)).isEmpty();
        fixture.advance(10_000);
        assertThat(bodies(receive(queue, 10))).containsExactly("a", "b", "c");
    }

    @Test
    void expiredHandleIsRefused() {
        send("g", "a");
        String handle = receive(queue, 1, 1).get(0).receiptHandle();
        fixture.advance(1_000);

        String expected =
                "Value " + handle + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.";
        assertThatThrownBy(() -> queue.delete(handle)).hasMessage(expected);
        assertThatThrownBy(() -> queue.changeVisibility(handle, 10)).hasMessage(expected);
        assertThat(queue.counts().visible()).isEqualTo(1);
    }

    @Test
    void duplicateOfFiveMinutesIsSentOnce() {
        Sent first = queue.send(content("a", "g", "d1"), null, "me");
        queue.delete(receive(queue, 1).get(0).receiptHandle());
        fixture.advance(SqsLimits.DEDUPLICATION_MILLIS - 1);
        Sent duplicate = queue.send(content("a", "h", "d1"), null, "me");

        assertThat(duplicate).isEqualTo(first);
        assertThat(queue.counts().visible()).isZero();
        fixture.advance(1);
        assertThat(queue.send(content("a", "g", "d1"), null, "me")).isNotEqualTo(first);
        assertThat(queue.counts().visible()).isEqualTo(1);
    }

    @Test
    void sequenceNumbersHaveTwentyDigitsAndRise() {
        Sent first = queue.send(content("a", "g", "1"), null, "me");
        Sent second = queue.send(content("b", "h", "2"), null, "me");

        assertThat(first.sequenceNumber()).hasSize(20).containsOnlyDigits();
        assertThat(second.sequenceNumber()).hasSize(20).isGreaterThan(first.sequenceNumber());
    }

    @Test
    void attemptIsReplayedUntilSomethingChanges() {
        send("g", "a", "b", "c");
        ReceiveOptions attempt = new ReceiveOptions(2, 10, 0, "attempt-1");
        List<Received> first = queue.receive(attempt).join();
        fixture.advance(9_000);

        assertThat(queue.receive(attempt).join()).isEqualTo(first);
        fixture.advance(9_000);
        assertThat(receive(queue, 10)).as("the replay began the timeout anew").isEmpty();
        queue.delete(first.get(0).receiptHandle());
        assertThat(queue.receive(attempt).join())
                .as("a changed attempt is a new one")
                .isEmpty();
        fixture.advance(1_000);
        List<Received> anew = queue.receive(attempt).join();
        assertThat(bodies(anew)).containsExactly("b", "c");
        assertThat(anew.get(0).receiveCount()).isEqualTo(2);
    }

    @Test
    void attemptIsForgottenAfterFiveMinutes() {
        send("g", "a");
        ReceiveOptions attempt = new ReceiveOptions(1, 600, 0, "attempt-1");
        queue.receive(attempt).join();

        fixture.advance(SqsLimits.DEDUPLICATION_MILLIS - 1);
        assertThat(queue.receive(attempt).join()).hasSize(1);
        fixture.advance(1);
        assertThat(queue.receive(attempt).join()).isEmpty();
    }

    @Test
    void changeOfTheDelayTouchesWaitingMessages() {
        queue.changeAttributes(from -> QueueFixture.attributes(60, 345_600, null));
        send("g", "a");
        assertThat(queue.counts()).isEqualTo(new QueueCounts(0, 0, 1));
        fixture.advance(30_000);

        queue.changeAttributes(from -> QueueFixture.attributes(31, 345_600, null));
        assertThat(receive(queue, 1)).isEmpty();
        fixture.advance(1_000);
        assertThat(receive(queue, 1)).hasSize(1);
    }

    @Test
    void flightIsLimitedWithoutAnError() {
        for (int i = 0; i < SqsLimits.IN_FLIGHT + 1; i++) {
            queue.send(content("m", "group-" + i, "d" + i), null, "me");
        }
        for (int i = 0; i < SqsLimits.IN_FLIGHT / 10; i++) {
            assertThat(receive(queue, 10, 43_200)).hasSize(10);
        }

        assertThat(receive(queue, 10)).isEmpty();
        assertThat(queue.counts()).isEqualTo(new QueueCounts(1, SqsLimits.IN_FLIGHT, 0));
    }

    @Test
    void snapshotKeepsWhatWasSentLately() {
        Sent first = queue.send(content("a", "g", "d1"), null, "me");
        QueueRecord record = queue.snapshot();

        fixture.queues.reset(null);
        fixture.queues.restore(record);
        Queue restored = fixture.queues.all().get(0);

        assertThat(restored.send(content("a", "g", "d1"), null, "me")).isEqualTo(first);
        fixture.advance(SqsLimits.DEDUPLICATION_MILLIS);
        assertThat(restored.send(content("a", "g", "d1"), null, "me")).isNotEqualTo(first);
    }

    @Test
    void snapshotKeepsLockedGroupsLocked() {
        send("g", "a", "b");
        receive(queue, 1, 30);
        QueueRecord record = queue.snapshot();

        fixture.queues.reset(null);
        fixture.queues.restore(record);
        Queue restored = fixture.queues.all().get(0);

        assertThat(receive(restored, 10)).isEmpty();
        fixture.advance(30_000);
        assertThat(bodies(receive(restored, 10))).containsExactly("a", "b");
    }

    private void send(String group, String... bodies) {
        for (String body : bodies) {
            queue.send(content(body, group, "d" + sent++), null, "me");
        }
    }
}

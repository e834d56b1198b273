package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static io.vaportrail.sqs.store.QueueFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LongPollTest {
    private static final ReceiveOptions WAIT = new ReceiveOptions(1, 30, 20, null);

    private final QueueFixture fixture = new QueueFixture();
    private final Queue queue = fixture.standard();

    @AfterEach
    void invariantsHold() {
        StoreInvariants.check(fixture.queues);
    }

    @Test
    void sendAnswersTheFirstPoll() {
        Poll first = queue.receive(WAIT);
        Poll second = queue.receive(WAIT);

        queue.send(content("a"), null, "me");

        assertThat(first.join()).hasSize(1);
        assertThat(second).isNotDone();
        assertThat(fixture.machineTimer.size()).isEqualTo(1);
    }

    @Test
    void pollEndsEmptyOnTheDomainClock() {
        Poll poll = queue.receive(WAIT);

        fixture.advance(19_999);
        assertThat(poll).isNotDone();
        fixture.advance(1);
        assertThat(poll.join()).isEmpty();
        assertThat(fixture.machineTimer.size()).isZero();
        assertThat(fixture.clock.timers()).isZero();
    }

    @Test
    void pollEndsEmptyOnTheMachinesClock() {
        Poll poll = queue.receive(WAIT);

        fixture.machineTimer.advance(Duration.ofSeconds(20));

        assertThat(poll.join()).isEmpty();
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void pollGetsAMessageThatTimesOutMeanwhile() {
        queue.send(content("a"), null, "me");
        receive(queue, 1, 10);
        Poll poll = queue.receive(WAIT);

        fixture.advance(10_000);

        assertThat(poll.join()).hasSize(1);
    }

    @Test
    void pollGetsAMessageWhoseDelayEndsMeanwhile() {
        Poll poll = queue.receive(WAIT);
        queue.send(content("a"), 5, "me");

        fixture.advance(4_999);
        assertThat(poll).isNotDone();
        fixture.advance(1);
        assertThat(poll.join()).hasSize(1);
    }

    @Test
    void pollGetsAMessageThatIsMadeVisible() {
        queue.send(content("a"), null, "me");
        String handle = receive(queue, 1, 600).get(0).receiptHandle();
        Poll poll = queue.receive(WAIT);

        queue.changeVisibility(handle, 0);

        assertThat(poll.join()).hasSize(1);
    }

    @Test
    void abandonedPollTakesNothing() {
        Poll gone = queue.receive(WAIT);
        Poll there = queue.receive(WAIT);

        gone.abandon();
        queue.send(content("a"), null, "me");

        assertThat(gone.join()).isEmpty();
        assertThat(there.join()).hasSize(1);
    }

    @Test
    void deletedQueueAnswersItsPollsEmpty() {
        Poll poll = queue.receive(WAIT);

        fixture.queues.delete(queue);

        assertThat(poll.join()).isEmpty();
        assertThat(queue.receive(WAIT)).isDone();
    }

    @Test
    void resetAnswersPollsEmpty() {
        Poll poll = queue.receive(WAIT);

        fixture.queues.reset("111122223333");

        assertThat(poll.join()).isEmpty();
        assertThat(fixture.machineTimer.size()).isZero();
    }

    @Test
    void queueWaitsByItself() {
        queue.changeAttributes(from -> new QueueAttributes(
                0, 1_048_576, 345_600, 7, 30, null, null, null, null, 300, true, false, false, false));
        Poll poll = queue.receive(new ReceiveOptions(1, null, null, null));

        fixture.advance(6_999);
        assertThat(poll).isNotDone();
        fixture.advance(1);
        assertThat(poll.join()).isEmpty();
    }

    @Test
    void freedGroupAnswersAPoll() {
        Queue fifo = fixture.fifo();
        fifo.send(content("a", "g", "1"), null, "me");
        fifo.send(content("b", "g", "2"), null, "me");
        String handle = receive(fifo, 1).get(0).receiptHandle();
        Poll poll = fifo.receive(WAIT);

        assertThat(poll).isNotDone();
        fifo.delete(handle);
        assertThat(QueueFixture.bodies(poll.join())).containsExactly("b");
    }

    @Test
    void thousandsOfPollsAreAnsweredInOrderAndKeepOneTimer() {
        List<Poll> polls = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            polls.add(queue.receive(WAIT));
        }
        assertThat(fixture.clock.timers()).isEqualTo(1);

        for (int i = 0; i < 5_000; i++) {
            queue.send(content("m" + i), null, "me");
        }

        for (int i = 0; i < 5_000; i++) {
            assertThat(QueueFixture.bodies(polls.get(i).join())).containsExactly("m" + i);
        }
    }
}

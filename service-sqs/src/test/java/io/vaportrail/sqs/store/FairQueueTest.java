package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.bodies;
import static io.vaportrail.sqs.store.QueueFixture.content;
import static io.vaportrail.sqs.store.QueueFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.sqs.SqsLimits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FairQueueTest {
    private final QueueFixture fixture = new QueueFixture();
    private final Queue queue = fixture.standard();

    @AfterEach
    void invariantsHold() {
        StoreInvariants.check(fixture.queues);
    }

    @Test
    void quietTenantOvertakesOneWithTooMuchInFlight() {
        send("noisy", 100);
        for (int i = 0; i < SqsLimits.NOISY_IN_FLIGHT - 1; i++) {
            receive(queue, 1);
        }
        send("quiet", 1);

        assertThat(bodies(receive(queue, 1)))
                .as("29 in flight are not too many")
                .containsExactly("noisy");
        assertThat(bodies(receive(queue, 1))).as("30 are").containsExactly("quiet");
        assertThat(bodies(receive(queue, 1))).as("nobody else waits").containsExactly("noisy");
    }

    @Test
    void quietTenantOvertakesOneThatTakesTheProcessingTime() {
        send("slow", 10);
        String handle = receive(queue, 1).get(0).receiptHandle();
        fixture.advance(5_000);
        queue.delete(handle);
        send("quick", 1);

        assertThat(bodies(receive(queue, 1))).containsExactly("quick");
    }

    @Test
    void quietTenantsAreServedInOrderOfArrival() {
        for (int i = 0; i < 5; i++) {
            send("c", 1);
            send("a", 1);
            send("b", 1);
        }

        for (int i = 0; i < 5; i++) {
            assertThat(bodies(receive(queue, 3))).containsExactly("c", "a", "b");
        }
    }

    @Test
    void messagesWithoutAGroupAreTenantsOfTheirOwn() {
        for (int i = 0; i < 100; i++) {
            queue.send(content("alone"), null, "me");
        }
        for (int i = 0; i < 5; i++) {
            receive(queue, 10);
        }
        send("tenant", 1);

        assertThat(bodies(receive(queue, 10))).containsOnly("alone");
    }

    @Test
    void amongNoisyTenantsTheOneWithTheFewestInFlightGoesFirst() {
        send("first", 60);
        for (int i = 0; i < 5; i++) {
            receive(queue, 10);
        }
        send("second", 60);
        for (int i = 0; i < 4; i++) {
            assertThat(bodies(receive(queue, 10))).containsOnly("second");
        }

        assertThat(bodies(receive(queue, 1)))
                .as("40 of the second, 50 of the first")
                .containsExactly("second");
    }

    @Test
    void tenantThatSentNothingForFiveMinutesIsQuiet() {
        send("noisy", 100);
        for (int i = 0; i < 5; i++) {
            receive(queue, 10, 3_600);
        }
        fixture.advance(SqsLimits.NOISY_MILLIS);
        send("other", 1);

        assertThat(bodies(receive(queue, 1))).containsExactly("noisy");
    }

    @Test
    void everyMessageIsDeliveredOnce() {
        send("a", 50);
        send("b", 50);
        int received = 0;
        List<Received> batch = receive(queue, 10);
        while (!batch.isEmpty()) {
            received += batch.size();
            batch = receive(queue, 10);
        }

        assertThat(received).isEqualTo(100);
    }

    private void send(String tenant, int count) {
        for (int i = 0; i < count; i++) {
            queue.send(content(tenant, tenant, null), null, "me");
        }
    }
}

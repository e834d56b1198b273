package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** With a dead-letter queue nothing is lost, nothing is doubled and nothing is received too often, whatever happens. */
final class DeadLetterProperties {
    private static final int MAX_RECEIVE_COUNT = 2;

    @Property(tries = 200)
    void nothingIsLostOnStandardQueues(@ForAll("steps") List<Step> steps) {
        follow("", steps);
    }

    @Property(tries = 200)
    void nothingIsLostOnFifoQueues(@ForAll("steps") List<Step> steps) {
        follow(".fifo", steps);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.many(3);
    }

    private static void follow(String suffix, List<Step> steps) {
        QueueFixture fixture = new QueueFixture();
        Queue dead = fixture.create("dead" + suffix, QueueAttributes.DEFAULT);
        Queue queue = fixture.create("orders" + suffix, QueueFixture.withDeadLetters(dead, MAX_RECEIVE_COUNT));
        Set<String> alive = new HashSet<>();
        Map<String, Integer> receives = new HashMap<>();
        List<Received> handedOut = new ArrayList<>();
        int sent = 0;
        for (Step step : steps) {
            if (step instanceof Step.Send send) {
                String body = "m" + sent++;
                String group = "g" + send.group();
                queue.send(content(body, group, queue.isFifo() ? body : null), null, "me");
                alive.add(body);
            } else if (step instanceof Step.Receive receive) {
                for (Received one : QueueFixture.receive(queue, receive.max(), receive.visibilityTimeout())) {
                    receives.merge(one.message().content().body(), 1, Integer::sum);
                    handedOut.add(one);
                }
            } else if (step instanceof Step.Delete delete && delete.handle() < handedOut.size()) {
                Received one = handedOut.get(delete.handle());
                long before = total(queue, dead);
                delete(queue, one);
                if (total(queue, dead) < before) {
                    alive.remove(one.message().content().body());
                }
            } else if (step instanceof Step.Advance advance) {
                fixture.advance(advance.millis());
            }
        }
        List<String> found = new ArrayList<>();
        queue.peek().forEach(record -> found.add(record.content().body()));
        dead.peek().forEach(record -> found.add(record.content().body()));
        assertThat(found).containsExactlyInAnyOrderElementsOf(alive);
        assertThat(receives.values()).allMatch(count -> count <= MAX_RECEIVE_COUNT);
        StoreInvariants.check(fixture.queues);
    }

    private static void delete(Queue queue, Received one) {
        try {
            queue.delete(one.receiptHandle());
        } catch (io.vaportrail.schema.ServiceException e) {
            assertThat(e).hasMessageContaining("expired");
        }
    }

    private static long total(Queue queue, Queue dead) {
        return queue.peek().size() + dead.peek().size();
    }
}

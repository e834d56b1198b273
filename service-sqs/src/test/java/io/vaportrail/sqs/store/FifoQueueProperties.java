package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A FIFO queue does what the simple model does, whatever happens to it. */
final class FifoQueueProperties {
    @Property(tries = 400)
    void queueFollowsTheModel(@ForAll("steps") List<Step> steps) {
        new Run().follow(steps);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.many(3);
    }

    private static final class Run extends QueueRun {
        private final Map<Integer, Long> deduplicated = new HashMap<>();

        Run() {
            super("orders.fifo");
        }

        @Override
        void send(Step.Send send, String body) {
            queue.send(content(body, "g" + send.group(), "d" + send.deduplication()), null, "me");
            Long until = deduplicated.get(send.deduplication());
            if (until == null || until <= model.now) {
                deduplicated.put(send.deduplication(), model.now + 300_000);
                model.send(body, send.group(), 0);
            }
        }

        @Override
        List<Received> receive(Step.Receive receive) {
            model.settle();
            Map<Integer, List<String>> deliverable = model.deliverable();
            int total = deliverable.values().stream().mapToInt(List::size).sum();
            List<Received> received = QueueFixture.receive(queue, receive.max(), receive.visibilityTimeout());
            assertThat(received).hasSize(Math.min(receive.max(), total));
            Map<Integer, List<String>> taken = new HashMap<>();
            for (Received one : received) {
                QueueModel.Entry entry = model.byBody(one.message().content().body());
                taken.computeIfAbsent(entry.group, group -> new ArrayList<>()).add(entry.body);
                model.take(entry, receive.visibilityTimeout());
                assertThat(one.receiveCount()).isEqualTo(entry.receives);
            }
            taken.forEach((group, bodies) -> assertThat(deliverable.get(group))
                    .as("group %s begins so", group)
                    .startsWith(bodies.toArray(new String[0])));
            return received;
        }

        @Override
        void delete(Received received) {
            QueueModel.Entry entry = find(received);
            boolean valid = entry == null || isInFlight(received, entry);
            assertThat(succeeds(() -> queue.delete(received.receiptHandle()))).isEqualTo(valid);
            if (valid && entry != null) {
                model.entries.remove(entry);
            }
        }

        @Override
        boolean isChangeable(Received received) {
            QueueModel.Entry entry = find(received);
            return entry != null && isInFlight(received, entry);
        }

        private static boolean isInFlight(Received received, QueueModel.Entry entry) {
            return entry.flying && entry.receives == received.receipt();
        }

        private QueueModel.@Nullable Entry find(Received received) {
            model.settle();
            return model.entries.stream()
                    .filter(entry ->
                            entry.body.equals(received.message().content().body()))
                    .findFirst()
                    .orElse(null);
        }
    }
}

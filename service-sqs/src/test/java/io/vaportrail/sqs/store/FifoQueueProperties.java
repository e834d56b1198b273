package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.schema.ServiceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A FIFO queue does what the simple model does, whatever happens to it. */
final class FifoQueueProperties {
    private static final int RETENTION_SECONDS = 90;

    @Property(tries = 400)
    void queueFollowsTheModel(@ForAll("steps") List<Step> steps) {
        new Run().follow(steps);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.many(3);
    }

    /** One queue beside its model. */
    private static final class Run {
        private final QueueFixture fixture = new QueueFixture();
        private final Queue queue = fixture.create("orders.fifo", QueueFixture.attributes(0, RETENTION_SECONDS, null));
        private final QueueModel model = new QueueModel(RETENTION_SECONDS * 1000L, fixture.clock.millis());
        private final List<Received> handedOut = new ArrayList<>();
        private final Map<Integer, Long> deduplicated = new HashMap<>();
        private int sent;

        void follow(List<Step> steps) {
            for (Step step : steps) {
                perform(step);
                assertThat(queue.counts()).as("after %s", step).isEqualTo(model.counts());
            }
            StoreInvariants.check(fixture.queues);
        }

        private void perform(Step step) {
            if (step instanceof Step.Send send) {
                send(send);
            } else if (step instanceof Step.Receive receive) {
                receive(receive);
            } else if (step instanceof Step.Delete delete && delete.handle() < handedOut.size()) {
                delete(handedOut.get(delete.handle()));
            } else if (step instanceof Step.Change change && change.handle() < handedOut.size()) {
                change(handedOut.get(change.handle()), change.visibilityTimeout());
            } else if (step instanceof Step.Advance advance) {
                fixture.advance(advance.millis());
                model.advance(advance.millis());
            } else if (step instanceof Step.Purge) {
                queue.purge();
                model.entries.clear();
            }
        }

        private void send(Step.Send send) {
            String body = "m" + sent++;
            queue.send(content(body, "g" + send.group(), "d" + send.deduplication()), null, "me");
            Long until = deduplicated.get(send.deduplication());
            if (until == null || until <= model.now) {
                deduplicated.put(send.deduplication(), model.now + 300_000);
                model.send(body, send.group(), 0);
            }
        }

        private void receive(Step.Receive receive) {
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
            handedOut.addAll(received);
        }

        private void delete(Received received) {
            String body = received.message().content().body();
            QueueModel.Entry entry = find(body);
            boolean valid = entry == null || entry.flying && entry.receives == received.receipt();
            boolean deleted = true;
            try {
                queue.delete(received.receiptHandle());
            } catch (ServiceException e) {
                deleted = false;
            }
            assertThat(deleted).isEqualTo(valid);
            if (valid && entry != null) {
                model.entries.remove(entry);
            }
        }

        private void change(Received received, int visibilityTimeout) {
            QueueModel.Entry entry = find(received.message().content().body());
            boolean valid = entry != null && entry.flying && entry.receives == received.receipt();
            boolean changed = true;
            try {
                queue.changeVisibility(received.receiptHandle(), visibilityTimeout);
            } catch (ServiceException e) {
                changed = false;
            }
            assertThat(changed).isEqualTo(valid);
            if (valid && entry != null) {
                entry.flying = visibilityTimeout > 0;
                entry.hiddenUntil = model.now + visibilityTimeout * 1000L;
            }
        }

        private QueueModel.@org.jspecify.annotations.Nullable Entry find(String body) {
            model.settle();
            return model.entries.stream()
                    .filter(entry -> entry.body.equals(body))
                    .findFirst()
                    .orElse(null);
        }
    }
}

package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.schema.ServiceException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A standard queue does what the simple model does, whatever happens to it. */
final class StandardQueueProperties {
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
        private final Queue queue = fixture.create("orders", QueueFixture.attributes(0, RETENTION_SECONDS, null));
        private final QueueModel model = new QueueModel(RETENTION_SECONDS * 1000L, fixture.clock.millis());
        private final List<Received> handedOut = new ArrayList<>();
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
                String body = "m" + sent++;
                String group = send.group() == 0 ? null : "g" + send.group();
                queue.send(content(body, group, null), send.delaySeconds(), "me");
                model.send(body, send.group(), send.delaySeconds());
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

        private void receive(Step.Receive receive) {
            int visible = model.counts().visible();
            List<Received> received = QueueFixture.receive(queue, receive.max(), receive.visibilityTimeout());
            assertThat(received).hasSize(Math.min(receive.max(), visible));
            for (Received one : received) {
                QueueModel.Entry entry = model.byBody(one.message().content().body());
                assertThat(model.isVisible(entry)).as("visible: %s", entry.body).isTrue();
                model.take(entry, receive.visibilityTimeout() == 0 ? 1_000 : receive.visibilityTimeout());
                assertThat(one.receiveCount()).isEqualTo(entry.receives);
            }
            if (receive.visibilityTimeout() == 0) {
                received.forEach(one -> model.byBody(one.message().content().body()).hiddenUntil = model.now);
            }
            handedOut.addAll(received);
        }

        private void delete(Received received) {
            queue.delete(received.receiptHandle());
            model.entries.removeIf(entry -> refersTo(received, entry));
        }

        private void change(Received received, int visibilityTimeout) {
            boolean there = model.entries.stream().anyMatch(entry -> refersTo(received, entry));
            boolean changed = true;
            try {
                queue.changeVisibility(received.receiptHandle(), visibilityTimeout);
            } catch (ServiceException e) {
                changed = false;
            }
            assertThat(changed).isEqualTo(there);
            if (there) {
                QueueModel.Entry entry =
                        model.byBody(received.message().content().body());
                entry.flying = visibilityTimeout > 0;
                entry.hiddenUntil = model.now + visibilityTimeout * 1000L;
            }
        }

        private static boolean refersTo(Received received, QueueModel.Entry entry) {
            return entry.body.equals(received.message().content().body()) && entry.receives == received.receipt();
        }
    }
}

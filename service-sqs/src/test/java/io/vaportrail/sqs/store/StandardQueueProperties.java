package io.vaportrail.sqs.store;

import static io.vaportrail.sqs.store.QueueFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A standard queue does what the simple model does, whatever happens to it. */
final class StandardQueueProperties {
    @Property(tries = 400)
    void queueFollowsTheModel(@ForAll("steps") List<Step> steps) {
        new Run().follow(steps);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.many(3);
    }

    private static final class Run extends QueueRun {
        Run() {
            super("orders");
        }

        @Override
        void send(Step.Send send, String body) {
            String group = send.group() == 0 ? null : "g" + send.group();
            queue.send(content(body, group, null), send.delaySeconds(), "me");
            model.send(body, send.group(), send.delaySeconds());
        }

        @Override
        List<Received> receive(Step.Receive receive) {
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
            return received;
        }

        @Override
        void delete(Received received) {
            queue.delete(received.receiptHandle());
            model.entries.removeIf(entry -> refersTo(received, entry));
        }

        @Override
        boolean isChangeable(Received received) {
            return model.entries.stream().anyMatch(entry -> refersTo(received, entry));
        }

        private static boolean refersTo(Received received, QueueModel.Entry entry) {
            return entry.body.equals(received.message().content().body()) && entry.receives == received.receipt();
        }
    }
}

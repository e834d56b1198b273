package io.vaportrail.sqs.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vaportrail.schema.ServiceException;
import java.util.ArrayList;
import java.util.List;

/** One queue beside its model, through steps that happen to both. */
abstract class QueueRun {
    private static final int RETENTION_SECONDS = 90;

    final QueueModel model;
    final Queue queue;
    private final QueueFixture fixture = new QueueFixture();
    private final List<Received> handedOut = new ArrayList<>();
    private int sent;

    QueueRun(String name) {
        queue = fixture.create(name, QueueFixture.attributes(0, RETENTION_SECONDS, null));
        model = new QueueModel(RETENTION_SECONDS * 1000L, fixture.clock.millis());
    }

    final void follow(List<Step> steps) {
        for (Step step : steps) {
            perform(step);
            assertThat(queue.counts()).as("after %s", step).isEqualTo(model.counts());
        }
        StoreInvariants.check(fixture.queues);
    }

    private void perform(Step step) {
        if (step instanceof Step.Send send) {
            send(send, "m" + sent++);
        } else if (step instanceof Step.Receive receive) {
            handedOut.addAll(receive(receive));
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

    abstract void send(Step.Send send, String body);

    abstract List<Received> receive(Step.Receive receive);

    abstract void delete(Received received);

    /** Whether the message is there and in flight as it was received. */
    abstract boolean isChangeable(Received received);

    private void change(Received received, int visibilityTimeout) {
        boolean valid = isChangeable(received);
        assertThat(succeeds(() -> queue.changeVisibility(received.receiptHandle(), visibilityTimeout)))
                .isEqualTo(valid);
        if (valid) {
            QueueModel.Entry entry = model.byBody(received.message().content().body());
            entry.flying = visibilityTimeout > 0;
            entry.hiddenUntil = model.now + visibilityTimeout * 1000L;
        }
    }

    static boolean succeeds(Runnable call) {
        try {
            call.run();
            return true;
        } catch (ServiceException e) {
            return false;
        }
    }
}

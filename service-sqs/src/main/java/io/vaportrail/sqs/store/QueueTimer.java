package io.vaportrail.sqs.store;

import io.vaportrail.core.time.Cancellable;
import io.vaportrail.core.time.EmulatorClock;
import org.jspecify.annotations.Nullable;

/**
 * The one timer of a queue on the domain clock, guarded by the queue's lock except where it fires. It is only ever moved to an
 * earlier time: fired too early, it is armed again.
 */
final class QueueTimer {
    private final EmulatorClock clock;
    private final Runnable task;
    private volatile long armedAt = MessageHeap.NEVER;
    private @Nullable Cancellable timer;

    QueueTimer(EmulatorClock clock, Runnable task) {
        this.clock = clock;
        this.task = task;
    }

    void arm(long at) {
        if (at >= armedAt) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        armedAt = at;
        timer = clock.schedule(at, () -> fire(at));
    }

    private void fire(long at) {
        // A timer that was replaced while it was about to fire must not be armed again beside its successor.
        if (armedAt == at) {
            armedAt = MessageHeap.NEVER;
            task.run();
        }
    }
}

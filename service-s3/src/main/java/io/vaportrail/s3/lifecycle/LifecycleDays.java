package io.vaportrail.s3.lifecycle;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Does what lifecycle rules say, once a day at midnight UTC, as AWS does. There is a timer only while some bucket has rules; a large
 * bucket is gone through page by page, each a task of its own, so that other timers run between them.
 */
public final class LifecycleDays {
    private final Buckets buckets;
    private final EmulatorClock clock;
    private final Notifications notifications;
    private boolean scheduled;

    /** No days so far. */
    public LifecycleDays(Buckets buckets, Notifications notifications) {
        this.buckets = buckets;
        this.clock = buckets.environment().clock();
        this.notifications = notifications;
    }

    /** Some bucket has rules: the next midnight is waited for, unless it is already. */
    synchronized void begin() {
        if (!scheduled) {
            scheduled = true;
            Instant midnight = clock.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            clock.schedule(midnight.toEpochMilli(), () -> run(midnight));
        }
    }

    private void run(Instant midnight) {
        synchronized (this) {
            scheduled = false;
        }
        Queue<LifecyclePass> passes = new ArrayDeque<>();
        for (Bucket bucket : buckets.all()) {
            if (bucket.settings().document(Document.LIFECYCLE) != null) {
                passes.add(new LifecyclePass(bucket, buckets.environment(), notifications, midnight));
            }
        }
        if (!passes.isEmpty()) {
            begin();
            step(passes, midnight);
        }
    }

    private void step(Queue<LifecyclePass> passes, Instant midnight) {
        LifecyclePass pass = passes.element();
        if (!pass.step()) {
            passes.remove();
        }
        if (!passes.isEmpty()) {
            clock.schedule(midnight.toEpochMilli(), () -> step(passes, midnight));
        }
    }

    /** All buckets are gone, and the clock's timers with them. */
    public synchronized void reset() {
        scheduled = false;
    }
}

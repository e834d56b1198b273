package io.vaportrail.sqs.store;

import io.vaportrail.core.metric.GaugeSource;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.time.EmulatorClock;

/** What all queues publish to CloudWatch: counts as they come, what they hold every minute while some queue is active. */
final class SqsMetrics implements GaugeSource {
    private final Queues queues;
    private final MetricSink sink;
    private final EmulatorClock clock;
    private volatile boolean sampled;

    SqsMetrics(Queues queues, MetricSink sink, EmulatorClock clock) {
        this.queues = queues;
        this.sink = sink;
        this.clock = clock;
    }

    MetricSink sink() {
        return sink;
    }

    long now() {
        return clock.millis();
    }

    /** A queue is used: sampling begins unless it is going on. */
    void wake() {
        if (!sampled) {
            sampled = true;
            sink.gauges(this);
        }
    }

    /** Sampling has been called off from outside. */
    void reset() {
        sampled = false;
    }

    @Override
    public boolean sample(long atMillis, Values values) {
        // First, so that a queue used from here on asks for sampling anew.
        sampled = false;
        boolean active = false;
        for (Queue queue : queues.all()) {
            QueueGauges gauges = queue.gauges();
            if (queue.metrics().isActive(atMillis, gauges)) {
                queue.metrics().sample(gauges, values);
                active = true;
            }
        }
        sampled |= active;
        return active;
    }
}

package io.vaportrail.s3.notification;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.s3.NotificationConfiguration;
import io.vaportrail.model.s3.QueueConfiguration;
import io.vaportrail.model.s3.TopicConfiguration;
import io.vaportrail.s3.store.BucketSettings.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Tells those whom a bucket's owner has named what happened to its objects. */
public final class Notifications {
    private static final int SEQUENCES_PER_MILLISECOND_BITS = 16;

    private final EmulatorClock clock;
    private final Deliveries deliveries;
    private final AtomicLong lastSequence = new AtomicLong();

    /** Notifications by way of the other services. */
    public Notifications(EmulatorClock clock, InternalCalls calls) {
        this.clock = clock;
        this.deliveries = new Deliveries(calls);
    }

    Deliveries deliveries() {
        return deliveries;
    }

    EmulatorClock clock() {
        return clock;
    }

    /** Tells of what a call did. Must not be called under a lock. */
    public void publish(ObjectEvent event, Call cause) {
        if (event.bucket().settings().document(Document.NOTIFICATION) != null) {
            publish(event, Cause.of(cause));
        }
    }

    /** Tells of an event. Must not be called under a lock. */
    public void publish(ObjectEvent event, Cause cause) {
        if (!(event.bucket().settings().document(Document.NOTIFICATION)
                instanceof NotificationConfiguration configuration)) {
            return;
        }
        String sequencer = nextSequencer();
        Instant now = clock.now();
        for (Destination destination : destinations(configuration)) {
            if (destination.wants(event)) {
                String message = EventMessages.record(event, cause, now, sequencer, destination.id());
                deliveries.sendOrLog(destination, event.bucket(), message, cause);
            }
        }
        if (configuration.eventBridgeConfiguration() != null) {
            deliveries.putEvent(event, EventMessages.detail(event, cause, sequencer), now, cause);
        }
    }

    /** The queues and topics of a configuration. */
    static List<Destination> destinations(NotificationConfiguration configuration) {
        List<Destination> destinations = new ArrayList<>();
        for (QueueConfiguration queue :
                Objects.requireNonNullElse(configuration.queueConfigurations(), List.<QueueConfiguration>of())) {
            destinations.add(Destination.of(
                    Objects.requireNonNullElse(queue.id(), ""), queue.queueArn(), queue.events(), queue.filter()));
        }
        for (TopicConfiguration topic :
                Objects.requireNonNullElse(configuration.topicConfigurations(), List.<TopicConfiguration>of())) {
            destinations.add(Destination.of(
                    Objects.requireNonNullElse(topic.id(), ""), topic.topicArn(), topic.events(), topic.filter()));
        }
        return destinations;
    }

    /** Grows with every event, so that the events of a key can be put in order. */
    private String nextSequencer() {
        long now = clock.millis() << SEQUENCES_PER_MILLISECOND_BITS;
        long sequence = lastSequence.updateAndGet(last -> Math.max(last + 1, now));
        return String.format("%018X", sequence);
    }
}

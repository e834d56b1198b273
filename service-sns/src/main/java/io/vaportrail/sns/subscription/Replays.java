package io.vaportrail.sns.subscription;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.delivery.Fanout;
import io.vaportrail.sns.delivery.Notification;
import io.vaportrail.sns.store.Archived;
import io.vaportrail.sns.store.FifoTopic;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.topic.ArchivePolicies;
import java.time.Instant;

/**
 * Delivers messages of a topic's archive again, in their order, to the subscription that asks for it.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-subscriber.html">Message replay</a>
 */
public final class Replays {
    private final EmulatorClock clock;
    private final Fanout fanout;

    /** Replays by this way of delivery. */
    public Replays(EmulatorClock clock, Fanout fanout) {
        this.clock = clock;
        this.fanout = fanout;
    }

    /** Refuses a policy that asks for a replay that cannot be. */
    static void check(Topic topic, String policy) {
        if (policy.isEmpty()) {
            return;
        }
        if (ReplayPolicies.read(policy, Instant.MAX) == null) {
            throw SnsErrors.invalid("ReplayPolicy: Invalid value");
        }
        if (ArchivePolicies.days(topic.attribute("ArchivePolicy", "")) == 0) {
            throw SnsErrors.invalid("ReplayPolicy: the topic has no ArchivePolicy");
        }
    }

    /** Starts the replay that a policy asks for, which was checked; an empty policy asks for none. */
    void start(Topic topic, Subscription subscription, String policy, Call call) {
        FifoTopic fifo = topic.fifo();
        ReplayPolicies.Replay replay = policy.isEmpty() ? null : ReplayPolicies.read(policy, clock.now());
        if (replay == null || fifo == null) {
            subscription.replayStatus(null);
            return;
        }
        subscription.replayStatus("In progress");
        for (Archived message :
                fifo.archive().between(replay.from().toEpochMilli(), replay.to().toEpochMilli())) {
            if (message instanceof Notification notification) {
                fifo.deliveries().add(() -> fanout.deliverTo(subscription, notification.again(call)));
            }
        }
        fifo.deliveries().add(() -> subscription.replayStatus("Completed"));
        fifo.deliveries().run();
    }
}

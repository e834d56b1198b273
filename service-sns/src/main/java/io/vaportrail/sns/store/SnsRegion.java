package io.vaportrail.sns.store;

import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The topics of one account in one region, and its subscriptions, by name. */
public final class SnsRegion {
    private final ConcurrentSkipListMap<String, Topic> topics = new ConcurrentSkipListMap<>();

    /** Subscriptions to the topics here, by ARN. Those of a deleted topic stay for some days. */
    private final ConcurrentSkipListMap<String, Subscription> subscriptions = new ConcurrentSkipListMap<>();

    /** Subscriptions that the account owns, by ARN; their topics may be another account's. */
    private final ConcurrentSkipListMap<String, Subscription> owned = new ConcurrentSkipListMap<>();

    /** How many topics there are, standard ones and FIFO topics apart. */
    private final AtomicInteger standard = new AtomicInteger();

    private final AtomicInteger fifo = new AtomicInteger();

    /** Topics by name. */
    public NavigableMap<String, Topic> topics() {
        return Collections.unmodifiableNavigableMap(topics);
    }

    /** Adds a topic unless there is one of its name, which it gives back. */
    @Nullable Topic add(Topic topic) {
        AtomicInteger count = topic.arn().isFifo() ? fifo : standard;
        int most = topic.arn().isFifo() ? SnsLimits.FIFO_TOPICS : SnsLimits.TOPICS;
        Topic existing = topics.get(topic.arn().resource());
        if (existing != null) {
            return existing;
        }
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            throw SnsErrors.topicLimit();
        }
        existing = topics.putIfAbsent(topic.arn().resource(), topic);
        if (existing != null) {
            count.decrementAndGet();
        }
        return existing;
    }

    /** Takes a topic away; whether it was there. */
    boolean remove(Topic topic) {
        boolean removed = topics.remove(topic.arn().resource(), topic);
        if (removed) {
            (topic.arn().isFifo() ? fifo : standard).decrementAndGet();
        }
        return removed;
    }

    /** Subscriptions to the topics here, by ARN. */
    public ConcurrentSkipListMap<String, Subscription> subscriptions() {
        return subscriptions;
    }

    /** Subscriptions that the account owns, by ARN. */
    public ConcurrentSkipListMap<String, Subscription> owned() {
        return owned;
    }
}

package io.vaportrail.sns.store;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A topic and its subscriptions. What its owner sets is replaced as a whole, under the topic's lock. */
public final class Topic {
    private final SnsArn arn;
    private final String arnText;
    private volatile TopicRecord settings;
    private final @Nullable FifoTopic fifo;
    private final AtomicLong subscribed = new AtomicLong();
    private final AtomicInteger unsubscribed = new AtomicInteger();
    private final ConcurrentSkipListMap<Long, Subscription> subscriptions = new ConcurrentSkipListMap<>();
    private final Map<Endpoint, Subscription> byEndpoint = new ConcurrentHashMap<>();

    private record Endpoint(String protocol, String endpoint) {}

    /** A topic without subscriptions. */
    public Topic(TopicRecord record) {
        this.arn = record.arn();
        this.arnText = arn.toString();
        this.settings = record;
        this.fifo = arn.isFifo() ? new FifoTopic() : null;
    }

    /** Its name among all topics. */
    public SnsArn arn() {
        return arn;
    }

    /** Its ARN, written out. */
    public String arnText() {
        return arnText;
    }

    /** What its owner set. */
    public TopicRecord settings() {
        return settings;
    }

    /** An attribute that its owner set, or the default. */
    public String attribute(String name, String otherwise) {
        return settings.attributes().getOrDefault(name, otherwise);
    }

    /** Changes what its owner set. */
    public synchronized void change(UnaryOperator<TopicRecord> change) {
        settings = change.apply(settings);
    }

    /** What a FIFO topic remembers, or {@code null} for a standard topic. */
    public @Nullable FifoTopic fifo() {
        return fifo;
    }

    /** Its subscriptions in the order made. */
    public Collection<Subscription> subscriptions() {
        return subscriptions.values();
    }

    /** How many subscriptions it has. */
    public int subscriptionCount() {
        return byEndpoint.size();
    }

    /** The subscription of an endpoint, or {@code null}. */
    public @Nullable Subscription find(String protocol, String endpoint) {
        return byEndpoint.get(new Endpoint(protocol, endpoint));
    }

    /** How many subscriptions were deleted. */
    public int unsubscribed() {
        return unsubscribed.get();
    }

    /** A number for the next subscription. */
    public long nextOrder() {
        return subscribed.incrementAndGet();
    }

    /** Adds a subscription unless there is one of its endpoint, which it gives back. */
    @Nullable Subscription add(Subscription subscription) {
        Subscription existing =
                byEndpoint.putIfAbsent(new Endpoint(subscription.protocol(), subscription.endpoint()), subscription);
        if (existing == null) {
            subscriptions.put(subscription.order(), subscription);
        }
        return existing;
    }

    void remove(Subscription subscription) {
        if (subscriptions.remove(subscription.order(), subscription)) {
            byEndpoint.remove(new Endpoint(subscription.protocol(), subscription.endpoint()), subscription);
            unsubscribed.incrementAndGet();
        }
    }
}

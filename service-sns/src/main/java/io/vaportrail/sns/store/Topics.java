package io.vaportrail.sns.store;

import io.vaportrail.core.state.Regional;
import io.vaportrail.core.state.StateLog;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SubscriptionRecord.Confirmation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All topics and subscriptions, by account and region. */
public final class Topics {
    /** How long the subscriptions of a deleted topic can still be looked at. */
    private static final Duration ORPHANED = Duration.ofDays(3);

    private final Regional<SnsRegion> regions = new Regional<>((account, region) -> new SnsRegion());
    private final EmulatorClock clock;
    private final StateLog log;

    /** No topics. */
    public Topics(EmulatorClock clock, StateLog log) {
        this.clock = clock;
        this.log = log;
    }

    /** What an account has in a region. */
    public SnsRegion in(String accountId, String region) {
        return regions.in(accountId, region);
    }

    /** The topic, or {@code null}. */
    public @Nullable Topic find(SnsArn arn) {
        SnsRegion region = regions.peek(arn.accountId(), arn.region());
        return region == null ? null : region.topics().get(arn.resource());
    }

    /**
     * The topic.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    public Topic get(SnsArn arn) {
        Topic topic = arn.service().equals("sns") ? find(arn) : null;
        if (topic == null) {
            throw SnsErrors.topicNotFound();
        }
        return topic;
    }

    /**
     * Adds a topic unless there is one of its name, which it gives back.
     *
     * @throws io.vaportrail.schema.ServiceException when the account has as many topics of its type as it can have
     */
    public @Nullable Topic create(Topic topic) {
        Topic existing = in(topic.arn().accountId(), topic.arn().region()).add(topic);
        if (existing == null) {
            report(topic);
        }
        return existing;
    }

    /** Gives a recorded topic back to its account. */
    public void restore(TopicRecord record) {
        in(record.arn().accountId(), record.arn().region()).add(new Topic(record));
    }

    /** Deletes a topic; nothing is delivered to its subscriptions any more. */
    public void delete(Topic topic) {
        SnsArn arn = topic.arn();
        if (!in(arn.accountId(), arn.region()).remove(topic)) {
            return;
        }
        topic.subscriptions().forEach(Subscription::delete);
        log.changed("sns", arn.accountId(), arn.region(), "topic", arn.resource(), () -> null);
        List<Subscription> orphans = List.copyOf(topic.subscriptions());
        if (!orphans.isEmpty()) {
            clock.schedule(clock.millis() + ORPHANED.toMillis(), () -> orphans.forEach(this::forget));
        }
    }

    /** Adds a subscription unless its topic has one of its endpoint, which it gives back. */
    public @Nullable Subscription subscribe(Topic topic, Subscription subscription) {
        Subscription existing = topic.add(subscription);
        if (existing == null) {
            SnsArn arn = topic.arn();
            in(arn.accountId(), arn.region()).subscriptions().put(subscription.arn(), subscription);
            in(subscription.ownerAccountId(), arn.region()).owned().put(subscription.arn(), subscription);
            report(subscription);
        }
        return existing;
    }

    /** The subscription of an ARN, or {@code null}. */
    public @Nullable Subscription findSubscription(SnsArn arn) {
        SnsRegion region = regions.peek(arn.accountId(), arn.region());
        return region == null ? null : region.subscriptions().get(arn.toString());
    }

    /** Ends the waiting of a subscription. */
    public void confirm(Subscription subscription, Confirmation confirmation) {
        subscription.confirm(confirmation);
        report(subscription);
    }

    /** Ends a subscription. */
    public void unsubscribe(Subscription subscription) {
        subscription.delete();
        Topic topic = find(subscription.topicArn());
        if (topic != null) {
            topic.remove(subscription);
        }
        forget(subscription);
        SnsArn arn = subscription.topicArn();
        log.changed("sns", arn.accountId(), arn.region(), "subscription", subscription.arn(), () -> null);
    }

    private void forget(Subscription subscription) {
        SnsArn arn = subscription.topicArn();
        in(arn.accountId(), arn.region()).subscriptions().remove(subscription.arn(), subscription);
        in(subscription.ownerAccountId(), arn.region()).owned().remove(subscription.arn(), subscription);
    }

    /** Reports that what the owner of a topic set has changed. */
    public void report(Topic topic) {
        SnsArn arn = topic.arn();
        log.changed("sns", arn.accountId(), arn.region(), "topic", arn.resource(), topic::settings);
    }

    /** Reports that a subscription has changed. */
    public void report(Subscription subscription) {
        SnsArn arn = subscription.topicArn();
        log.changed("sns", arn.accountId(), arn.region(), "subscription", subscription.arn(), subscription::record);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        for (SnsRegion region : regions.remove(accountId)) {
            for (Subscription subscription : region.subscriptions().values()) {
                subscription.delete();
                SnsRegion owner = regions.peek(
                        subscription.ownerAccountId(), subscription.topicArn().region());
                if (owner != null) {
                    owner.owned().remove(subscription.arn(), subscription);
                }
            }
            for (Subscription subscription : region.owned().values()) {
                unsubscribe(subscription);
            }
        }
    }
}

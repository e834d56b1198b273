package io.vaportrail.sns.subscription;

import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topics;
import org.jspecify.annotations.Nullable;

/** Finds the subscription that a caller names. */
public final class SubscriptionFinder {
    private final Topics topics;

    /** A finder among these subscriptions. */
    public SubscriptionFinder(Topics topics) {
        this.topics = topics;
    }

    /** The subscription, or {@code null} when there is none of this ARN. */
    @Nullable Subscription peek(String text) {
        SnsArn arn = SnsArn.parse(text, "SubscriptionArn");
        if (!arn.service().equals("sns") || arn.resource().indexOf(':') <= 0) {
            throw SnsErrors.invalid("SubscriptionId");
        }
        return topics.findSubscription(arn);
    }

    /**
     * The subscription.
     *
     * @throws io.vaportrail.schema.ServiceException when there is none
     */
    Subscription find(String text) {
        Subscription subscription = peek(text);
        if (subscription == null) {
            throw SnsErrors.subscriptionNotFound();
        }
        return subscription;
    }
}

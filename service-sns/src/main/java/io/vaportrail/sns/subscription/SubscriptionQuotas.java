package io.vaportrail.sns.subscription;

import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;

/**
 * How many subscriptions and filter policies there can be.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">Amazon SNS endpoints and quotas</a>
 */
final class SubscriptionQuotas {
    private final Topics topics;

    SubscriptionQuotas(Topics topics) {
        this.topics = topics;
    }

    /** Refuses one more subscription to a FIFO topic that has as many as it can have. */
    void checkSubscriptions(Topic topic) {
        if (topic.arn().isFifo() && topic.subscriptionCount() >= SnsLimits.FIFO_SUBSCRIPTIONS) {
            throw SnsErrors.subscriptionLimit();
        }
    }

    /** Refuses one more subscription that waits to be confirmed when its owner has as many as there can be. */
    void checkPending(Subscription subscription) {
        if (!subscription.pending()) {
            return;
        }
        int pending = 0;
        for (Subscription other : topics.in(
                        subscription.ownerAccountId(), subscription.topicArn().region())
                .owned()
                .values()) {
            pending += other.pending() ? 1 : 0;
        }
        if (pending >= SnsLimits.PENDING_SUBSCRIPTIONS) {
            throw SnsErrors.subscriptionLimit();
        }
    }

    /** Refuses one more filter policy when the topic or its account has as many as there can be. */
    void checkFilters(Topic topic) {
        if (filters(topic) >= SnsLimits.FILTERS_OF_TOPIC) {
            throw SnsErrors.filterPolicyLimit();
        }
        SnsArn arn = topic.arn();
        int ofAccount = 0;
        for (Topic other : topics.in(arn.accountId(), arn.region()).topics().values()) {
            ofAccount += filters(other);
        }
        if (ofAccount >= SnsLimits.FILTERS_OF_ACCOUNT) {
            throw SnsErrors.filterPolicyLimit();
        }
    }

    private static int filters(Topic topic) {
        int filters = 0;
        for (Subscription subscription : topic.subscriptions()) {
            filters += subscription.settings().filter() == null ? 0 : 1;
        }
        return filters;
    }
}

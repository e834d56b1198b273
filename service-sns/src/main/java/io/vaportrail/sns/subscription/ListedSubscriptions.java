package io.vaportrail.sns.subscription;

import io.vaportrail.sns.store.Subscription;
import java.util.ArrayList;
import java.util.List;

/** Subscriptions as lists show them: one that waits for its confirmation shows no ARN. */
final class ListedSubscriptions {
    private static final String PENDING = "PendingConfirmation";

    private ListedSubscriptions() {}

    static List<io.vaportrail.model.sns.Subscription> of(List<Subscription> subscriptions) {
        List<io.vaportrail.model.sns.Subscription> listed = new ArrayList<>(subscriptions.size());
        for (Subscription subscription : subscriptions) {
            listed.add(io.vaportrail.model.sns.Subscription.builder()
                    .subscriptionArn(subscription.pending() ? PENDING : subscription.arn())
                    .owner(subscription.ownerAccountId())
                    .protocol(subscription.protocol())
                    .endpoint(subscription.endpoint())
                    .topicArn(subscription.topicArnText())
                    .build());
        }
        return listed;
    }
}

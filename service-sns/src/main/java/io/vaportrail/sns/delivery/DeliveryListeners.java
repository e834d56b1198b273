package io.vaportrail.sns.delivery;

import io.vaportrail.sns.filter.FilterResult;
import io.vaportrail.sns.store.Subscription;

/**
 * Two who take note of the same.
 *
 * @param first takes note first
 * @param second takes note then
 */
public record DeliveryListeners(DeliveryListener first, DeliveryListener second) implements DeliveryListener {
    @Override
    public void published(Notification notification) {
        first.published(notification);
        second.published(notification);
    }

    @Override
    public void filteredOut(Subscription subscription, Notification notification, FilterResult why) {
        first.filteredOut(subscription, notification, why);
        second.filteredOut(subscription, notification, why);
    }

    @Override
    public void delivered(Subscription subscription, Notification notification, Outcome outcome) {
        first.delivered(subscription, notification, outcome);
        second.delivered(subscription, notification, outcome);
    }

    @Override
    public void failed(Subscription subscription, Notification notification, Outcome outcome, boolean again) {
        first.failed(subscription, notification, outcome, again);
        second.failed(subscription, notification, outcome, again);
    }

    @Override
    public void redriven(Subscription subscription, Notification notification, boolean success) {
        first.redriven(subscription, notification, success);
        second.redriven(subscription, notification, success);
    }
}

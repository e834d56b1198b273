package io.vaportrail.sns.delivery;

import io.vaportrail.sns.filter.FilterResult;
import io.vaportrail.sns.store.Subscription;

/**
 * Takes note of what becomes of messages: where the metrics and the delivery status logs of SNS come from. Called on the threads
 * that deliver: must be quick and must not block.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html">Monitoring topics</a>
 */
public interface DeliveryListener {
    /** A message was published. */
    void published(Notification notification);

    /** A subscription does not want the message. */
    void filteredOut(Subscription subscription, Notification notification, FilterResult why);

    /** The message was delivered. */
    void delivered(Subscription subscription, Notification notification, Outcome outcome);

    /**
     * An attempt failed.
     *
     * @param again whether it will be tried again
     */
    void failed(Subscription subscription, Notification notification, Outcome outcome, boolean again);

    /** The message was put into the dead-letter queue, or could not be. */
    void redriven(Subscription subscription, Notification notification, boolean success);
}

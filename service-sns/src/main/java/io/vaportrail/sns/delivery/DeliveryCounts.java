package io.vaportrail.sns.delivery;

import io.vaportrail.sns.filter.FilterResult;
import io.vaportrail.sns.store.Subscription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of messages, by topic, under the names of SNS's metrics. */
public final class DeliveryCounts implements DeliveryListener {
    private final Map<String, Map<String, LongAdder>> byTopic = new ConcurrentHashMap<>();

    @Override
    public void published(Notification notification) {
        count(notification, "NumberOfMessagesPublished", 1);
        count(notification, "PublishSize", notification.content().bytes());
    }

    @Override
    public void filteredOut(Subscription subscription, Notification notification, FilterResult why) {
        count(notification, "NumberOfNotificationsFilteredOut", 1);
        count(notification, "NumberOfNotificationsFilteredOut-" + suffix(why), 1);
    }

    private static String suffix(FilterResult why) {
        return switch (why) {
            case MESSAGE_BODY -> "MessageBody";
            case INVALID_MESSAGE_BODY -> "InvalidMessageBody";
            case INVALID_ATTRIBUTES -> "InvalidAttributes";
            case NO_MESSAGE_ATTRIBUTES -> "NoMessageAttributes";
            case MESSAGE_ATTRIBUTES, ACCEPTED -> "MessageAttributes";
        };
    }

    @Override
    public void delivered(Subscription subscription, Notification notification, int statusCode) {
        count(notification, "NumberOfNotificationsDelivered", 1);
    }

    @Override
    public void failed(Subscription subscription, Notification notification, int statusCode, String why) {
        count(notification, "NumberOfNotificationsFailed", 1);
    }

    @Override
    public void redriven(Subscription subscription, Notification notification, boolean success) {
        count(
                notification,
                success ? "NumberOfNotificationsRedrivenToDlq" : "NumberOfNotificationsFailedToRedriveToDlq",
                1);
    }

    private void count(Notification notification, String metric, long amount) {
        byTopic.computeIfAbsent(notification.topicArn(), arn -> new ConcurrentHashMap<>())
                .computeIfAbsent(metric, name -> new LongAdder())
                .add(amount);
    }

    /** What was counted for a topic, by metric. */
    public Map<String, Long> of(String topicArn) {
        Map<String, Long> counts = new LinkedHashMap<>();
        byTopic.getOrDefault(topicArn, Map.of()).forEach((metric, count) -> counts.put(metric, count.sum()));
        return counts;
    }

    /** Forgets the counts of all topics, or of those of one account. */
    public void reset(@Nullable String accountId) {
        byTopic.keySet().removeIf(arn -> accountId == null || arn.contains(":" + accountId + ":"));
    }
}

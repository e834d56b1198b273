package io.vaportrail.sns.topic;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.sns.GetTopicAttributesInput;
import io.vaportrail.model.sns.GetTopicAttributesResponse;
import io.vaportrail.sns.delivery.DeliveryPolicy;
import io.vaportrail.sns.delivery.Timestamps;
import io.vaportrail.sns.permission.TopicPolicy;
import io.vaportrail.sns.store.FifoTopic;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * GetTopicAttributes.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html">GetTopicAttributes</a>
 */
public final class GetTopicAttributes implements Handler<GetTopicAttributesInput, GetTopicAttributesResponse> {
    private final TopicFinder finder;
    private final EmulatorClock clock;

    /** The operation. */
    public GetTopicAttributes(TopicFinder finder, EmulatorClock clock) {
        this.clock = clock;
        this.finder = finder;
    }

    @Override
    public GetTopicAttributesResponse handle(GetTopicAttributesInput input, Call call) {
        Topic topic = finder.find(input.topicArn(), call);
        return GetTopicAttributesResponse.builder()
                .attributes(attributes(topic))
                .build();
    }

    private Map<String, String> attributes(Topic topic) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("TopicArn", topic.arnText());
        all.put("Owner", topic.arn().accountId());
        all.put(TopicAttributes.DISPLAY_NAME, "");
        all.put(TopicAttributes.POLICY, TopicPolicy.textOf(topic));
        countSubscriptions(topic, all);
        if (topic.arn().isFifo()) {
            all.put(TopicAttributes.FIFO_TOPIC, "true");
            all.put(TopicAttributes.CONTENT_BASED_DEDUPLICATION, "false");
        }
        all.putAll(topic.settings().attributes());
        String delivery = topic.attribute(TopicAttributes.DELIVERY_POLICY, "");
        if (!delivery.isEmpty()) {
            all.put(TopicAttributes.DELIVERY_POLICY, DeliveryPolicy.shownOfTopic(delivery));
        }
        int days = ArchivePolicies.days(topic.attribute(TopicAttributes.ARCHIVE_POLICY, ""));
        FifoTopic fifo = topic.fifo();
        if (fifo != null && days > 0) {
            long keptSince = clock.millis() - Duration.ofDays(days).toMillis();
            all.put("BeginningArchiveTime", Timestamps.of(fifo.archive().beginningMillis(keptSince)));
        }
        all.put("EffectiveDeliveryPolicy", DeliveryPolicy.effectiveOfTopic(delivery));
        return all;
    }

    private static void countSubscriptions(Topic topic, Map<String, String> all) {
        int pending = 0;
        int confirmed = 0;
        for (Subscription subscription : topic.subscriptions()) {
            if (subscription.pending()) {
                pending++;
            } else {
                confirmed++;
            }
        }
        all.put("SubscriptionsConfirmed", String.valueOf(confirmed));
        all.put("SubscriptionsPending", String.valueOf(pending));
        all.put("SubscriptionsDeleted", String.valueOf(topic.unsubscribed()));
    }
}

package io.vaportrail.sns.subscription;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.GetSubscriptionAttributesInput;
import io.vaportrail.model.sns.GetSubscriptionAttributesResponse;
import io.vaportrail.sns.delivery.DeliveryPolicy;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * GetSubscriptionAttributes.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html">GetSubscriptionAttributes</a>
 */
public final class GetSubscriptionAttributes
        implements Handler<GetSubscriptionAttributesInput, GetSubscriptionAttributesResponse> {
    private final SubscriptionFinder finder;
    private final Topics topics;

    /** The operation. */
    public GetSubscriptionAttributes(SubscriptionFinder finder, Topics topics) {
        this.finder = finder;
        this.topics = topics;
    }

    @Override
    public GetSubscriptionAttributesResponse handle(GetSubscriptionAttributesInput input, Call call) {
        return GetSubscriptionAttributesResponse.builder()
                .attributes(attributes(finder.find(input.subscriptionArn())))
                .build();
    }

    private Map<String, String> attributes(Subscription subscription) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("SubscriptionArn", subscription.arn());
        all.put("TopicArn", subscription.topicArnText());
        all.put("Owner", subscription.ownerAccountId());
        all.put("SubscriptionPrincipal", subscription.principalArn());
        all.put("Protocol", subscription.protocol());
        all.put("Endpoint", subscription.endpoint());
        all.put("PendingConfirmation", String.valueOf(subscription.pending()));
        all.put(
                "ConfirmationWasAuthenticated",
                String.valueOf(subscription.confirmation().authenticated()));
        all.put(SubscriptionAttributes.RAW, "false");
        all.putAll(subscription.settings().attributes());
        if (subscription.settings().filter() == null) {
            all.remove(SubscriptionAttributes.FILTER_SCOPE);
            all.remove(SubscriptionAttributes.FILTER_POLICY);
        } else {
            all.putIfAbsent(SubscriptionAttributes.FILTER_SCOPE, "MessageAttributes");
        }
        String replayStatus = subscription.replayStatus();
        if (replayStatus != null) {
            all.put("ReplayStatus", replayStatus);
        }
        if (subscription.protocol().startsWith("http")) {
            addDeliveryPolicies(subscription, all);
        }
        return all;
    }

    private void addDeliveryPolicies(Subscription subscription, Map<String, String> all) {
        String own = all.get(SubscriptionAttributes.DELIVERY_POLICY);
        if (own != null) {
            all.put(SubscriptionAttributes.DELIVERY_POLICY, DeliveryPolicy.shownOfSubscription(own));
        }
        Topic topic = topics.find(subscription.topicArn());
        String ofTopic = topic == null ? "" : topic.attribute(SubscriptionAttributes.DELIVERY_POLICY, "");
        all.put("EffectiveDeliveryPolicy", DeliveryPolicy.effectiveOfSubscription(ofTopic, own == null ? "" : own));
    }
}

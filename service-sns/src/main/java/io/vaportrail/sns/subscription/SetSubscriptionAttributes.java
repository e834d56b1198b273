package io.vaportrail.sns.subscription;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.SetSubscriptionAttributesInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Subscription.Settings;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * SetSubscriptionAttributes; an empty value takes a policy away.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">SetSubscriptionAttributes</a>
 */
public final class SetSubscriptionAttributes implements Handler<SetSubscriptionAttributesInput, Unit> {
    private final SubscriptionFinder finder;
    private final Topics topics;
    private final SubscriptionQuotas quotas;
    private final Replays replays;

    /** The operation. */
    public SetSubscriptionAttributes(SubscriptionFinder finder, Topics topics, Replays replays) {
        this.finder = finder;
        this.topics = topics;
        this.quotas = new SubscriptionQuotas(topics);
        this.replays = replays;
    }

    @Override
    public Unit handle(SetSubscriptionAttributesInput input, Call call) {
        Subscription subscription = finder.find(input.subscriptionArn());
        String name = input.attributeName();
        if (!SubscriptionAttributes.isKnown(name)) {
            throw SnsErrors.invalid("AttributeName");
        }
        String value = Objects.requireNonNullElse(input.attributeValue(), "");
        Settings changed = change(subscription, name, value);
        Topic topic = topics.find(subscription.topicArn());
        Topic replayed = name.equals(SubscriptionAttributes.REPLAY_POLICY) ? topic : null;
        if (replayed != null) {
            Replays.check(replayed, value);
        }
        if (topic != null && changed.filter() != null && subscription.settings().filter() == null) {
            quotas.checkFilters(topic);
        }
        subscription.settings(changed);
        topics.report(subscription);
        if (replayed != null) {
            replays.start(replayed, subscription, value, call);
        }
        return Unit.INSTANCE;
    }

    private static Settings change(Subscription subscription, String name, String value) {
        Map<String, String> attributes =
                new LinkedHashMap<>(subscription.settings().attributes());
        attributes.put(name, value);
        return SubscriptionAttributes.ofOne(subscription.topicArn(), subscription.protocol(), subscription.endpoint())
                .settings(attributes);
    }
}

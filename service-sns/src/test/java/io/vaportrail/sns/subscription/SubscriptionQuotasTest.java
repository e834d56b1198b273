package io.vaportrail.sns.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vaportrail.core.state.StateLog;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.filter.FilterPolicy;
import io.vaportrail.sns.filter.FilterScope;
import io.vaportrail.sns.filter.FilterSyntaxException;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.SubscriptionRecord;
import io.vaportrail.sns.store.SubscriptionRecord.Confirmation;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.TopicRecord;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.support.Surroundings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionQuotasTest {
    private static final String ACCOUNT = "111122223333";

    private final Topics topics = new Topics(Surroundings.stillClock(1_800_000_000_000L), StateLog.NONE);
    private final SubscriptionQuotas quotas = new SubscriptionQuotas(topics);
    private int made;

    private Topic topic() {
        SnsArn arn = SnsArn.topic("us-east-1", ACCOUNT, "t" + made++);
        Topic topic = new Topic(new TopicRecord(arn, Map.of(), null, null, Map.of()));
        topics.create(topic);
        return topic;
    }

    private Subscription subscription(Topic topic, Confirmation confirmation, @Nullable FilterPolicy filter) {
        String endpoint = "http://127.0.0.1/" + made++;
        SubscriptionRecord record = new SubscriptionRecord(
                topic.arnText() + ":" + made,
                topic.arn(),
                ACCOUNT,
                "arn:aws:iam::" + ACCOUNT + ":root",
                "http",
                endpoint,
                "http://127.0.0.1",
                Map.of(),
                confirmation);
        return new Subscription(record, new Subscription.Settings(Map.of(), false, filter, null), topic.nextOrder());
    }

    @Test
    void accountHasSoManyFilterPolicies() throws FilterSyntaxException {
        FilterPolicy filter = FilterPolicy.compile("{\"a\":[\"x\"]}", FilterScope.MESSAGE_BODY);
        Topic last = topic();
        for (int i = 0; i < SnsLimits.FILTERS_OF_ACCOUNT; i++) {
            last = i % SnsLimits.FILTERS_OF_TOPIC == 0 ? topic() : last;
            if (i == SnsLimits.FILTERS_OF_ACCOUNT - 1) {
                quotas.checkFilters(last);
            }
            topics.subscribe(last, subscription(last, Confirmation.AT_ONCE, filter));
        }

        Topic full = last;
        Topic empty = topic();
        assertThatThrownBy(() -> quotas.checkFilters(full)).hasMessage("Filter policy limit exceeded");
        assertThatThrownBy(() -> quotas.checkFilters(empty)).hasMessage("Filter policy limit exceeded");
    }

    @Test
    void accountWaitsForSoManyConfirmations() {
        Topic topic = topic();
        for (int i = 1; i < SnsLimits.PENDING_SUBSCRIPTIONS; i++) {
            topics.subscribe(topic, subscription(topic, Confirmation.PENDING, null));
        }
        Subscription last = subscription(topic, Confirmation.PENDING, null);
        quotas.checkPending(last);
        topics.subscribe(topic, last);

        assertThatThrownBy(() -> quotas.checkPending(subscription(topic, Confirmation.PENDING, null)))
                .hasMessage("Subscription limit exceeded");
        quotas.checkPending(subscription(topic, Confirmation.AT_ONCE, null));
        topics.confirm(last, Confirmation.AT_ONCE);
        quotas.checkPending(subscription(topic, Confirmation.PENDING, null));
        assertThat(topic.subscriptionCount()).isEqualTo(SnsLimits.PENDING_SUBSCRIPTIONS);
    }
}

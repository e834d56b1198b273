package io.vaportrail.sns.subscription;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.ListSubscriptionsByTopicInput;
import io.vaportrail.model.sns.ListSubscriptionsByTopicResponse;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.Paging;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.topic.TopicFinder;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * ListSubscriptionsByTopic, a hundred a page.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html">ListSubscriptionsByTopic</a>
 */
public final class ListSubscriptionsByTopic
        implements Handler<ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse> {
    private final TopicFinder finder;

    /** The operation. */
    public ListSubscriptionsByTopic(TopicFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListSubscriptionsByTopicResponse handle(ListSubscriptionsByTopicInput input, Call call) {
        Topic topic = finder.find(input.topicArn(), call);
        NavigableMap<String, Subscription> all = new TreeMap<>();
        topic.subscriptions().forEach(subscription -> all.put(subscription.arn(), subscription));
        Paging<Subscription> page = Paging.of(all, topic.arnText(), input.nextToken(), SnsLimits.PAGE);
        return ListSubscriptionsByTopicResponse.builder()
                .subscriptions(ListedSubscriptions.of(page.elements()))
                .nextToken(page.nextToken())
                .build();
    }
}

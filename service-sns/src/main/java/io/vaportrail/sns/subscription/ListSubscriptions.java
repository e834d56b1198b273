package io.vaportrail.sns.subscription;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.ListSubscriptionsInput;
import io.vaportrail.model.sns.ListSubscriptionsResponse;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.Paging;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topics;

/**
 * ListSubscriptions: those that the caller's account owns, a hundred a page.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html">ListSubscriptions</a>
 */
public final class ListSubscriptions implements Handler<ListSubscriptionsInput, ListSubscriptionsResponse> {
    private final Topics topics;

    /** The operation. */
    public ListSubscriptions(Topics topics) {
        this.topics = topics;
    }

    @Override
    public ListSubscriptionsResponse handle(ListSubscriptionsInput input, Call call) {
        Paging<Subscription> page = Paging.of(
                topics.in(call.accountId(), call.region()).owned(), "subscriptions", input.nextToken(), SnsLimits.PAGE);
        return ListSubscriptionsResponse.builder()
                .subscriptions(ListedSubscriptions.of(page.elements()))
                .nextToken(page.nextToken())
                .build();
    }
}

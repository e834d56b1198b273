package io.vaportrail.sns.subscription;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.ConfirmSubscriptionInput;
import io.vaportrail.model.sns.ConfirmSubscriptionResponse;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.SubscriptionRecord.Confirmation;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.sns.topic.TopicFinder;

/**
 * ConfirmSubscription, called with the token of a confirmation message or by following its link.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html">ConfirmSubscription</a>
 */
public final class ConfirmSubscription implements Handler<ConfirmSubscriptionInput, ConfirmSubscriptionResponse> {
    private final TopicFinder finder;
    private final Topics topics;
    private final Confirmations confirmations;

    /** The operation. */
    public ConfirmSubscription(TopicFinder finder, Topics topics, Confirmations confirmations) {
        this.finder = finder;
        this.topics = topics;
        this.confirmations = confirmations;
    }

    @Override
    public ConfirmSubscriptionResponse handle(ConfirmSubscriptionInput input, Call call) {
        boolean authenticated = call.caller().type() != Caller.Type.ANONYMOUS;
        if (!authenticated) {
            call.audit().unrecorded();
        }
        Topic topic = finder.find(input.topicArn(), call);
        Subscription subscription = confirmations.find(topic, input.token());
        if (subscription == null) {
            throw SnsErrors.invalid("Token");
        }
        if (subscription.deleted()) {
            subscription = confirmations.again(topic, subscription);
        }
        if (subscription.pending()) {
            boolean strict = "true".equalsIgnoreCase(input.authenticateOnUnsubscribe());
            if (strict && !authenticated) {
                throw SnsErrors.notAuthorized("AuthenticateOnUnsubscribe needs a signed request");
            }
            topics.confirm(subscription, new Confirmation(false, authenticated, strict));
        }
        return ConfirmSubscriptionResponse.builder()
                .subscriptionArn(subscription.arn())
                .build();
    }
}

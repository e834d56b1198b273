package io.vaportrail.sns.subscription;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.UnsubscribeInput;
import io.vaportrail.schema.Unit;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Topics;

/**
 * Unsubscribe; a subscription that is gone is ended again without complaint. The link that messages carry ends a subscription
 * unsigned, unless its confirmation demanded otherwise; then the endpoint is told how to come back.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html">Unsubscribe</a>
 */
public final class Unsubscribe implements Handler<UnsubscribeInput, Unit> {
    private final SubscriptionFinder finder;
    private final Topics topics;
    private final Confirmations confirmations;

    /** The operation. */
    public Unsubscribe(SubscriptionFinder finder, Topics topics, Confirmations confirmations) {
        this.finder = finder;
        this.topics = topics;
        this.confirmations = confirmations;
    }

    @Override
    public Unit handle(UnsubscribeInput input, Call call) {
        boolean anonymous = call.caller().type() == Caller.Type.ANONYMOUS;
        if (anonymous) {
            call.audit().unrecorded();
        }
        Subscription subscription = finder.peek(input.subscriptionArn());
        if (subscription == null) {
            return Unit.INSTANCE;
        }
        if (subscription.pending()) {
            throw SnsErrors.invalid("This subscription is pending confirmation and cannot be deleted");
        }
        if (subscription.confirmation().authenticateOnUnsubscribe() && !isOwner(subscription, call.caller())) {
            throw SnsErrors.notAuthorized("User is not authorized to unsubscribe " + subscription.arn());
        }
        topics.unsubscribe(subscription);
        if (anonymous) {
            confirmations.sayGoodbye(subscription);
        }
        return Unit.INSTANCE;
    }

    private static boolean isOwner(Subscription subscription, Caller caller) {
        return caller.type() != Caller.Type.ANONYMOUS
                && (caller.accountId().equals(subscription.ownerAccountId())
                        || caller.accountId().equals(subscription.topicArn().accountId()));
    }
}

package io.vaportrail.sns.subscription;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.delivery.ConfirmationSender;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.SubscriptionRecord;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tokens by which endpoints confirm. A subscription that nobody confirms while its token is valid goes.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html">ConfirmSubscription</a>
 */
public final class Confirmations {
    private static final int TOKEN_BYTES = 113;

    private final Map<String, Subscription> byToken = new ConcurrentHashMap<>();
    private final Topics topics;
    private final EmulatorClock clock;
    private final Ids ids;
    private final ConfirmationSender sender;

    /** No tokens. */
    public Confirmations(Topics topics, EmulatorClock clock, Ids ids, ConfirmationSender sender) {
        this.topics = topics;
        this.clock = clock;
        this.ids = ids;
        this.sender = sender;
    }

    /** Sends the endpoint of a subscription a token. */
    void ask(Subscription subscription) {
        sender.ask(subscription, newToken(subscription));
    }

    /** Tells the endpoint that its subscription has ended, and how to come back. */
    void sayGoodbye(Subscription subscription) {
        sender.sayGoodbye(subscription, newToken(subscription));
    }

    private String newToken(Subscription subscription) {
        byte[] bytes = new byte[TOKEN_BYTES];
        ids.nextSecureBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        byToken.put(token, subscription);
        long end = clock.millis() + Duration.ofDays(SnsLimits.CONFIRMATION_DAYS).toMillis();
        clock.schedule(end, () -> expire(token));
        return token;
    }

    private void expire(String token) {
        Subscription subscription = byToken.remove(token);
        boolean waited = subscription != null && subscription.pending() && !subscription.deleted();
        if (waited && !byToken.containsValue(subscription)) {
            topics.unsubscribe(subscription);
        }
    }

    /** The subscription of a topic that a valid token was made for, or {@code null}. */
    @Nullable Subscription find(Topic topic, String token) {
        Subscription subscription = byToken.get(token);
        return subscription != null && subscription.topicArn().equals(topic.arn()) ? subscription : null;
    }

    /** A valid token of a subscription, or {@code null} when there is none. */
    @Nullable String tokenOf(String subscriptionArn) {
        for (Map.Entry<String, Subscription> token : byToken.entrySet()) {
            if (token.getValue().arn().equals(subscriptionArn)) {
                return token.getKey();
            }
        }
        return null;
    }

    /** Brings a subscription back that has ended, waiting to be confirmed. */
    Subscription again(Topic topic, Subscription ended) {
        SubscriptionRecord old = ended.record();
        Subscription waiting = new Subscription(
                new SubscriptionRecord(
                        topic.arnText() + ":" + ids.uuid(),
                        old.topicArn(),
                        old.ownerAccountId(),
                        old.principalArn(),
                        old.protocol(),
                        old.endpoint(),
                        old.baseUrl(),
                        old.attributes(),
                        SubscriptionRecord.Confirmation.PENDING),
                ended.settings(),
                topic.nextOrder());
        Subscription existing = topics.subscribe(topic, waiting);
        return existing == null ? waiting : existing;
    }

    /** Forgets the tokens of all accounts or of one. */
    public void reset(@Nullable String accountId) {
        byToken.values()
                .removeIf(subscription -> accountId == null
                        || subscription.topicArn().accountId().equals(accountId)
                        || subscription.ownerAccountId().equals(accountId));
    }
}

package io.vaportrail.sns.subscription;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.SubscribeInput;
import io.vaportrail.model.sns.SubscribeResponse;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription;
import io.vaportrail.sns.store.Subscription.Settings;
import io.vaportrail.sns.store.SubscriptionRecord;
import io.vaportrail.sns.store.SubscriptionRecord.Confirmation;
import io.vaportrail.sns.store.Topic;
import io.vaportrail.sns.store.Topics;
import io.vaportrail.sns.topic.TopicFinder;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Subscribe. What AWS runs itself is confirmed at once in the account that subscribes it; other endpoints are asked first.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html">Subscribe</a>
 */
public final class Subscribe implements Handler<SubscribeInput, SubscribeResponse> {
    private static final String PENDING = "pending confirmation";

    private final TopicFinder finder;
    private final Topics topics;
    private final Confirmations confirmations;
    private final SubscriptionQuotas quotas;
    private final Replays replays;
    private final Ids ids;

    /** The operation. */
    public Subscribe(TopicFinder finder, Topics topics, Confirmations confirmations, Replays replays, Ids ids) {
        this.finder = finder;
        this.topics = topics;
        this.quotas = new SubscriptionQuotas(topics);
        this.confirmations = confirmations;
        this.replays = replays;
        this.ids = ids;
    }

    @Override
    public SubscribeResponse handle(SubscribeInput input, Call call) {
        SnsArn arn = TopicFinder.parse(input.topicArn(), "TopicArn", call);
        String endpoint = input.endpoint();
        if (endpoint == null || endpoint.isEmpty()) {
            throw SnsErrors.missing("Endpoint");
        }
        EndpointRules.check(arn, input.protocol(), endpoint);
        Map<String, String> attributes = Objects.requireNonNullElse(input.attributes(), Map.of());
        for (String name : attributes.keySet()) {
            if (!SubscriptionAttributes.isKnown(name)) {
                throw SnsErrors.invalid("Attributes", "Invalid attribute name: " + name);
            }
        }
        Topic topic = finder.find(input.topicArn(), call);
        Settings settings =
                SubscriptionAttributes.ofNew(arn, input.protocol(), endpoint).settings(attributes);
        Subscription subscription = subscribe(topic, input.protocol(), endpoint, settings, call);
        boolean hidden = subscription.pending() && !Boolean.TRUE.equals(input.returnSubscriptionArn());
        return SubscribeResponse.builder()
                .subscriptionArn(hidden ? PENDING : subscription.arn())
                .build();
    }

    private Subscription subscribe(Topic topic, String protocol, String endpoint, Settings settings, Call call) {
        Subscription existing = topic.find(protocol, endpoint);
        Subscription subscription = existing;
        if (existing == null) {
            quotas.checkSubscriptions(topic);
            if (settings.filter() != null) {
                quotas.checkFilters(topic);
            }
            String replay = settings.attributes().getOrDefault(SubscriptionAttributes.REPLAY_POLICY, "");
            Replays.check(topic, replay);
            subscription = made(topic, protocol, endpoint, settings, call);
            quotas.checkPending(subscription);
            existing = topics.subscribe(topic, subscription);
            if (existing == null && !replay.isEmpty()) {
                replays.start(topic, subscription, replay, call);
            }
        }
        if (existing != null) {
            checkSame(existing, settings);
            subscription = existing;
        }
        Subscription found = Objects.requireNonNull(subscription, "made or found");
        if (found.pending()) {
            confirmations.ask(found);
        }
        return found;
    }

    private Subscription made(Topic topic, String protocol, String endpoint, Settings settings, Call call) {
        SubscriptionRecord record = new SubscriptionRecord(
                topic.arnText() + ":" + ids.uuid(),
                topic.arn(),
                call.accountId(),
                call.caller().arn(),
                protocol,
                endpoint,
                call.origin().baseUrl(),
                settings.attributes(),
                confirmation(protocol, endpoint, call));
        return new Subscription(record, settings, topic.nextOrder());
    }

    private static Confirmation confirmation(String protocol, String endpoint, Call call) {
        return switch (protocol) {
            case "http", "https", "email", "email-json" -> Confirmation.PENDING;
            case "sqs" -> {
                SnsArn queue = SnsArn.of(endpoint, "sqs");
                boolean own = queue != null && queue.accountId().equals(call.accountId());
                yield own ? Confirmation.AT_ONCE : Confirmation.PENDING;
            }
            default -> Confirmation.AT_ONCE;
        };
    }

    /** Subscribing again is no mistake as long as the attributes that are named are those that the subscription has. */
    private static void checkSame(Subscription existing, Settings given) {
        given.attributes().forEach((name, value) -> {
            if (!value.equals(effective(existing, name))) {
                throw SnsErrors.invalid("Attributes", "Subscription already exists with different attributes");
            }
        });
    }

    private static @Nullable String effective(Subscription existing, String name) {
        String set = existing.settings().attributes().get(name);
        if (set != null) {
            return set;
        }
        return switch (name) {
            case SubscriptionAttributes.RAW -> "false";
            case SubscriptionAttributes.FILTER_SCOPE -> "MessageAttributes";
            default -> null;
        };
    }
}

package io.vaportrail.sns.subscription;

import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.delivery.DeliveryPolicy;
import io.vaportrail.sns.filter.FilterPolicy;
import io.vaportrail.sns.filter.FilterScope;
import io.vaportrail.sns.filter.FilterSyntaxException;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Subscription.Settings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of subscriptions, and what values they take.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html">SetSubscriptionAttributes</a>
 */
public final class SubscriptionAttributes {
    static final String RAW = "RawMessageDelivery";
    static final String FILTER_POLICY = "FilterPolicy";
    static final String FILTER_SCOPE = "FilterPolicyScope";
    static final String REDRIVE_POLICY = "RedrivePolicy";
    static final String REPLAY_POLICY = "ReplayPolicy";

    /** How the messages of the subscription are delivered over HTTP. */
    public static final String DELIVERY_POLICY = "DeliveryPolicy";

    private static final String ROLE_ARN = "SubscriptionRoleArn";
    private static final Set<String> KNOWN =
            Set.of(RAW, FILTER_POLICY, FILTER_SCOPE, REDRIVE_POLICY, REPLAY_POLICY, DELIVERY_POLICY, ROLE_ARN);
    private static final Set<String> RAW_PROTOCOLS = Set.of("sqs", "http", "https", "firehose");

    private final SnsArn topic;
    private final String protocol;
    private final String endpoint;

    /** What stands before a complaint: nothing, or that several attributes were given. */
    private final String prefix;

    private SubscriptionAttributes(SnsArn topic, String protocol, String endpoint, String prefix) {
        this.topic = topic;
        this.protocol = protocol;
        this.endpoint = endpoint;
        this.prefix = prefix;
    }

    /** For a subscription that is being made, with several attributes. */
    static SubscriptionAttributes ofNew(SnsArn topic, String protocol, String endpoint) {
        return new SubscriptionAttributes(topic, protocol, endpoint, "Attributes Reason: ");
    }

    /** For a subscription whose attributes are changed one at a time. */
    static SubscriptionAttributes ofOne(SnsArn topic, String protocol, String endpoint) {
        return new SubscriptionAttributes(topic, protocol, endpoint, "");
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** The settings that the attributes make; what is empty is left out. */
    Settings settings(Map<String, String> given) {
        Map<String, String> attributes = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!value.isEmpty() || name.equals(RAW) || name.equals(FILTER_SCOPE)) {
                attributes.put(name, value);
            }
        });
        boolean raw = raw(attributes);
        FilterPolicy filter = filter(attributes);
        SnsArn deadLetterTarget = deadLetterTarget(attributes.get(REDRIVE_POLICY));
        checkDeliveryPolicy(attributes.get(DELIVERY_POLICY));
        checkRole(attributes.get(ROLE_ARN));
        String replay = attributes.get(REPLAY_POLICY);
        if (replay != null) {
            complain(ReplayPolicies.complaint(topic, replay));
        }
        return new Settings(Map.copyOf(attributes), raw, filter, deadLetterTarget);
    }

    private void complain(@Nullable String complaint) {
        if (complaint != null) {
            throw SnsErrors.invalid(prefix + complaint);
        }
    }

    private boolean raw(Map<String, String> attributes) {
        String value = attributes.get(RAW);
        if (value == null) {
            return false;
        }
        String truth = value.toLowerCase(Locale.ROOT);
        if (!truth.equals("true") && !truth.equals("false")) {
            complain(RAW + ": Invalid value [" + value + "]. Must be true or false.");
        }
        if (truth.equals("true") && !RAW_PROTOCOLS.contains(protocol)) {
            complain("Delivery protocol [" + protocol + "] does not support raw message delivery.");
        }
        attributes.put(RAW, truth);
        return truth.equals("true");
    }

    private @Nullable FilterPolicy filter(Map<String, String> attributes) {
        String scopeName = attributes.get(FILTER_SCOPE);
        FilterScope scope = scopeName == null ? FilterScope.MESSAGE_ATTRIBUTES : FilterScope.of(scopeName);
        if (scope == null) {
            throw SnsErrors.invalid(prefix + FILTER_SCOPE + ": Invalid value [" + scopeName
                    + "]. Please use either MessageBody or MessageAttributes");
        }
        String policy = attributes.get(FILTER_POLICY);
        if (policy == null || policy.isBlank() || policy.equals("{}")) {
            return null;
        }
        try {
            return FilterPolicy.compile(policy, scope);
        } catch (FilterSyntaxException e) {
            throw SnsErrors.invalid(prefix + e.text());
        }
    }

    private @Nullable SnsArn deadLetterTarget(@Nullable String policy) {
        if (policy == null || policy.equals("{}")) {
            return null;
        }
        RedrivePolicies.Read read = RedrivePolicies.read(policy);
        SnsArn queue = read.queue();
        if (queue == null) {
            throw SnsErrors.invalid(prefix + read.complaint());
        }
        boolean fifoDelivery = topic.isFifo() && endpoint.endsWith(".fifo");
        if (fifoDelivery && !queue.isFifo()) {
            complain("RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.");
        }
        if (!topic.isFifo() && queue.isFifo()) {
            complain("RedrivePolicy: must use a standard queue as DLQ for a subscription to a standard topic.");
        }
        if (!queue.region().equals(topic.region())) {
            complain("RedrivePolicy: deadLetterTargetArn must be in the Region of the subscription.");
        }
        return queue;
    }

    private void checkDeliveryPolicy(@Nullable String policy) {
        if (policy == null) {
            return;
        }
        if (!protocol.equals("http") && !protocol.equals("https")) {
            complain("Delivery protocol [" + protocol + "] does not support delivery policies.");
        }
        complain(DeliveryPolicy.subscriptionComplaint(policy));
    }

    private void checkRole(@Nullable String role) {
        if (protocol.equals("firehose") && role == null) {
            complain("SubscriptionRoleArn is required for Firehose subscriptions");
        }
        if (role != null && !role.matches("arn:aws[a-z-]*:iam::[0-9]{12}:role/.+")) {
            complain(ROLE_ARN + ": Invalid value [" + role + "]. Must be the ARN of an IAM role.");
        }
    }
}

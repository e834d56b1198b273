package io.vaportrail.sns.store;

import java.util.Map;

/**
 * A subscription as plain data, to be kept and given back.
 *
 * @param arn its ARN
 * @param topicArn its topic's
 * @param ownerAccountId whose it is
 * @param principalArn who made it
 * @param protocol how it is delivered to
 * @param endpoint where
 * @param baseUrl what addresses start with that its messages carry
 * @param attributes what its owner set, by name
 * @param confirmation whether it is confirmed, and how
 */
public record SubscriptionRecord(
        String arn,
        SnsArn topicArn,
        String ownerAccountId,
        String principalArn,
        String protocol,
        String endpoint,
        String baseUrl,
        Map<String, String> attributes,
        Confirmation confirmation) {

    /**
     * Whether a subscription is confirmed.
     *
     * @param pending whether it still waits
     * @param authenticated whether somebody known confirmed it
     * @param authenticateOnUnsubscribe whether its owner alone may end it
     */
    public record Confirmation(boolean pending, boolean authenticated, boolean authenticateOnUnsubscribe) {
        /** Confirmed by subscribing. */
        public static final Confirmation AT_ONCE = new Confirmation(false, true, false);

        /** Waiting. */
        public static final Confirmation PENDING = new Confirmation(true, false, false);
    }
}

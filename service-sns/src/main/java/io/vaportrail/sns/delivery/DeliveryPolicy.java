package io.vaportrail.sns.delivery;

import io.vaportrail.core.json.Json;
import io.vaportrail.sns.delivery.RetryPolicy.Backoff;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How messages are delivered over HTTP, as the owners of topics and subscriptions state it.
 *
 * @param retries when a delivery is tried again
 * @param contentType the header of messages
 * @param maxReceivesPerSecond how many messages a second are sent to a subscription, or {@code null} for as many as there are
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html#creating-delivery-policy">Creating an
 *     HTTP/S delivery policy</a>
 */
public record DeliveryPolicy(
        RetryPolicy retries, String contentType, @Nullable Integer maxReceivesPerSecond) {
    /** The header of messages unless an owner states another. */
    public static final String PLAIN_TEXT = "text/plain; charset=UTF-8";

    private static final String HTTP = "http";
    private static final String NO_OVERRIDES = "disableSubscriptionOverrides";
    private static final String TOPIC_PREFIX = "default";

    /** What holds for a subscription: its own policy, else its topic's. */
    public static DeliveryPolicy of(String topicPolicy, String subscriptionPolicy) {
        Map<String, @Nullable Object> http = httpOf(topicPolicy);
        Map<String, @Nullable Object> own = Boolean.TRUE.equals(http.get(NO_OVERRIDES)) || subscriptionPolicy.isEmpty()
                ? Map.of()
                : members(subscriptionPolicy);
        Map<?, ?> retry = section(own, "healthyRetryPolicy", section(http, "defaultHealthyRetryPolicy", null));
        Map<?, ?> request = section(own, "requestPolicy", section(http, "defaultRequestPolicy", null));
        Map<?, ?> throttle = section(own, "throttlePolicy", section(http, "defaultThrottlePolicy", null));
        Object contentType = request == null ? null : request.get("headerContentType");
        return new DeliveryPolicy(
                retry == null ? RetryPolicy.DEFAULT : retryPolicy(retry),
                contentType == null ? PLAIN_TEXT : String.valueOf(contentType),
                throttle != null && throttle.get("maxReceivesPerSecond") instanceof Number number
                        ? Integer.valueOf(number.intValue())
                        : null);
    }

    /** What is wrong with the policy of a topic, or {@code null}. */
    public static @Nullable String topicComplaint(String policy) {
        if (policy.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> members = Json.readObject(policy);
        if (members == null) {
            return "DeliveryPolicy: failed to parse JSON.";
        }
        for (String name : members.keySet()) {
            if (!name.equals(HTTP)) {
                return "DeliveryPolicy: Unknown protocol " + name;
            }
        }
        Object http = members.get(HTTP);
        if (!(http instanceof Map<?, ?> sections)) {
            return "DeliveryPolicy: http must be an object";
        }
        return DeliveryPolicyRules.complaint(sections, TOPIC_PREFIX);
    }

    /** What is wrong with the policy of a subscription, or {@code null}. */
    public static @Nullable String subscriptionComplaint(String policy) {
        if (policy.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> members = Json.readObject(policy);
        return members == null ? "DeliveryPolicy: failed to parse JSON." : DeliveryPolicyRules.complaint(members, "");
    }

    /** The policy of a topic as SNS gives it back. */
    public static String shownOfTopic(String policy) {
        Map<String, @Nullable Object> http = new LinkedHashMap<>();
        httpOf(policy).forEach((name, value) -> {
            if (value != null) {
                http.put(name, value);
            }
        });
        http.putIfAbsent(NO_OVERRIDES, false);
        return Json.write(Map.of(HTTP, http));
    }

    /** What holds for the subscriptions of a topic. */
    public static String effectiveOfTopic(String policy) {
        Map<String, @Nullable Object> stated = httpOf(policy);
        DeliveryPolicy effective = of(policy, "");
        Map<String, @Nullable Object> http = new LinkedHashMap<>();
        http.put("defaultHealthyRetryPolicy", shown(effective.retries()));
        http.put(NO_OVERRIDES, Boolean.TRUE.equals(stated.get(NO_OVERRIDES)));
        if (effective.maxReceivesPerSecond() != null) {
            http.put("defaultThrottlePolicy", Map.of("maxReceivesPerSecond", effective.maxReceivesPerSecond()));
        }
        http.put("defaultRequestPolicy", Map.of("headerContentType", effective.contentType()));
        return Json.write(Map.of(HTTP, http));
    }

    /** The policy of a subscription as SNS gives it back. */
    public static String shownOfSubscription(String policy) {
        Map<String, @Nullable Object> stated = members(policy);
        Map<?, ?> retry = section(stated, "healthyRetryPolicy", null);
        return Json.write(sections(
                retry == null ? null : shown(retryPolicy(retry)),
                stated.get("throttlePolicy"),
                stated.get("requestPolicy")));
    }

    /** What holds for a subscription, as SNS gives it back. */
    public static String effectiveOfSubscription(String topicPolicy, String policy) {
        DeliveryPolicy effective = of(topicPolicy, policy);
        return Json.write(sections(
                shown(effective.retries()),
                effective.maxReceivesPerSecond() == null
                        ? null
                        : Map.of("maxReceivesPerSecond", effective.maxReceivesPerSecond()),
                Map.of("headerContentType", effective.contentType())));
    }

    private static Map<String, @Nullable Object> sections(
            @Nullable Object retry, @Nullable Object throttle, @Nullable Object request) {
        Map<String, @Nullable Object> sections = new LinkedHashMap<>();
        sections.put("healthyRetryPolicy", retry);
        sections.put("sicklyRetryPolicy", null);
        sections.put("throttlePolicy", throttle);
        sections.put("requestPolicy", request);
        sections.put("guaranteed", false);
        return sections;
    }

    private static Map<String, @Nullable Object> httpOf(String topicPolicy) {
        Map<String, @Nullable Object> http = new LinkedHashMap<>();
        Map<?, ?> found = section(members(topicPolicy), HTTP, null);
        if (found != null) {
            found.forEach((name, value) -> http.put(String.valueOf(name), value));
        }
        return http;
    }

    private static Map<String, @Nullable Object> members(String policy) {
        Map<String, @Nullable Object> members = policy.isEmpty() ? null : Json.readObject(policy);
        return members == null ? Map.of() : members;
    }

    private static @Nullable Map<?, ?> section(
            Map<String, @Nullable Object> policy, String name, @Nullable Map<?, ?> otherwise) {
        return policy.get(name) instanceof Map<?, ?> found ? found : otherwise;
    }

    static RetryPolicy retryPolicy(Map<?, ?> stated) {
        RetryPolicy otherwise = RetryPolicy.DEFAULT;
        return new RetryPolicy(
                number(stated, "minDelayTarget", otherwise.minDelaySeconds()),
                number(stated, "maxDelayTarget", otherwise.maxDelaySeconds()),
                number(stated, "numRetries", otherwise.retries()),
                number(stated, "numNoDelayRetries", 0),
                number(stated, "numMinDelayRetries", 0),
                number(stated, "numMaxDelayRetries", 0),
                backoff(stated.get("backoffFunction")));
    }

    private static int number(Map<?, ?> stated, String name, int otherwise) {
        return stated.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    private static Backoff backoff(@Nullable Object name) {
        return name == null ? Backoff.LINEAR : Backoff.valueOf(name.toString().toUpperCase(Locale.ROOT));
    }

    private static Map<String, @Nullable Object> shown(RetryPolicy retries) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("minDelayTarget", retries.minDelaySeconds());
        shown.put("maxDelayTarget", retries.maxDelaySeconds());
        shown.put("numRetries", retries.retries());
        shown.put("numMaxDelayRetries", retries.maxDelayRetries());
        shown.put("numNoDelayRetries", retries.noDelayRetries());
        shown.put("numMinDelayRetries", retries.minDelayRetries());
        shown.put("backoffFunction", retries.backoff().name().toLowerCase(Locale.ROOT));
        return shown;
    }
}

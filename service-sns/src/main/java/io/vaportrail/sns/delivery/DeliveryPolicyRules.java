package io.vaportrail.sns.delivery;

import io.vaportrail.sns.SnsLimits;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which delivery policies SNS takes.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html#creating-delivery-policy">Creating an
 *     HTTP/S delivery policy</a>
 */
final class DeliveryPolicyRules {
    private static final Set<String> COUNTS =
            Set.of("numRetries", "numNoDelayRetries", "numMinDelayRetries", "numMaxDelayRetries");
    private static final Set<String> DELAYS = Set.of("minDelayTarget", "maxDelayTarget");
    private static final Set<String> BACKOFFS = Set.of("linear", "arithmetic", "geometric", "exponential");
    private static final Set<String> CONTENT_TYPES = Set.of(
            "application/atom+xml",
            "application/json",
            "application/octet-stream",
            "application/soap+xml",
            "application/x-www-form-urlencoded",
            "application/xhtml+xml",
            "application/xml",
            "text/css",
            "text/csv",
            "text/html",
            "text/plain",
            "text/xml");

    private DeliveryPolicyRules() {}

    /**
     * What is wrong with the sections of a policy, or {@code null}.
     *
     * @param prefix what a topic's sections begin with, empty for a subscription's
     */
    static @Nullable String complaint(Map<?, ?> sections, String prefix) {
        for (Map.Entry<?, ?> section : sections.entrySet()) {
            String name = String.valueOf(section.getKey());
            Object value = section.getValue();
            String complaint;
            if (value == null || isFlag(name) && value instanceof Boolean) {
                complaint = null;
            } else if (!(value instanceof Map<?, ?> members)) {
                complaint = name + " must be an object";
            } else {
                complaint = sectionComplaint(plain(name, prefix), members);
            }
            if (complaint != null) {
                return "DeliveryPolicy: " + complaint;
            }
        }
        return null;
    }

    private static boolean isFlag(String name) {
        return name.equals("disableSubscriptionOverrides") || name.equals("guaranteed");
    }

    private static String plain(String name, String prefix) {
        return name.startsWith(prefix) && name.length() > prefix.length()
                ? name.substring(prefix.length(), prefix.length() + 1).toLowerCase(Locale.ROOT)
                        + name.substring(prefix.length() + 1)
                : "";
    }

    private static @Nullable String sectionComplaint(String section, Map<?, ?> members) {
        return switch (section) {
            case "healthyRetryPolicy", "sicklyRetryPolicy" -> retryComplaint(members);
            case "throttlePolicy" -> only(members, Set.of("maxReceivesPerSecond"), 1, Integer.MAX_VALUE);
            case "requestPolicy" -> requestComplaint(members);
            default -> "Unknown section";
        };
    }

    private static @Nullable String requestComplaint(Map<?, ?> members) {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!member.getKey().equals("headerContentType")) {
                return "Unknown member " + member.getKey();
            }
            String type = String.valueOf(member.getValue());
            String media = type.indexOf(';') < 0 ? type : type.substring(0, type.indexOf(';'));
            if (!CONTENT_TYPES.contains(media.trim().toLowerCase(Locale.ROOT)) || type.length() > 100) {
                return "Invalid value [" + type + "] for headerContentType";
            }
            if (type.chars().anyMatch(c -> c < ' ' || c > '~')) {
                return "Invalid value for headerContentType";
            }
        }
        return null;
    }

    private static @Nullable String only(Map<?, ?> members, Set<String> names, int least, int most) {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!names.contains(String.valueOf(member.getKey()))) {
                return "Unknown member " + member.getKey();
            }
            if (member.getValue() != null && !isWithin(member.getValue(), least, most)) {
                return member.getKey() + " must be between " + least + " and " + most;
            }
        }
        return null;
    }

    private static @Nullable String retryComplaint(Map<?, ?> members) {
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = String.valueOf(member.getKey());
            Object value = member.getValue();
            if (COUNTS.contains(name)) {
                if (!isWithin(value, 0, SnsLimits.RETRIES)) {
                    return name + " must be between 0 and " + SnsLimits.RETRIES;
                }
            } else if (DELAYS.contains(name)) {
                if (!isWithin(value, 1, SnsLimits.RETRY_SECONDS)) {
                    return name + " must be between 1 and " + SnsLimits.RETRY_SECONDS;
                }
            } else if (!name.equals("backoffFunction") || !BACKOFFS.contains(String.valueOf(value))) {
                return "Invalid member " + name;
            }
        }
        return together(DeliveryPolicy.retryPolicy(members));
    }

    private static @Nullable String together(RetryPolicy retries) {
        if (retries.minDelaySeconds() > retries.maxDelaySeconds()) {
            return "minDelayTarget must not be greater than maxDelayTarget";
        }
        int phases = retries.noDelayRetries() + retries.minDelayRetries() + retries.maxDelayRetries();
        if (phases > retries.retries()) {
            return "numRetries must be greater than or equal to the sum of the retries of the phases";
        }
        if (retries.totalMillis() > SnsLimits.RETRY_SECONDS * 1_000L) {
            return "The total retry time must not be greater than " + SnsLimits.RETRY_SECONDS + " seconds";
        }
        return null;
    }

    private static boolean isWithin(@Nullable Object value, int least, int most) {
        return (value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= least
                && ((Number) value).longValue() <= most;
    }
}

package io.vaportrail.sns.topic;

import io.vaportrail.core.json.Json;
import io.vaportrail.sns.SnsLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For how long a FIFO topic keeps its messages: {@code {"MessageRetentionPeriod":"30"}}, in days.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-topic-owner.html">Message archiving</a>
 */
public final class ArchivePolicies {
    private static final String RETENTION = "MessageRetentionPeriod";

    private ArchivePolicies() {}

    static @Nullable String complaint(String policy) {
        if (policy.isEmpty() || policy.equals("{}")) {
            return null;
        }
        int days = days(policy);
        return days >= 1 && days <= SnsLimits.ARCHIVE_DAYS
                ? null
                : "ArchivePolicy: " + RETENTION + " must be between 1 and " + SnsLimits.ARCHIVE_DAYS + " days";
    }

    /** The days that a policy states, or 0 for one that keeps nothing. */
    public static int days(String policy) {
        Map<String, @Nullable Object> members = policy.isEmpty() ? null : Json.readObject(policy);
        String days = members == null ? "" : String.valueOf(members.get(RETENTION));
        boolean number = !days.isEmpty() && days.length() <= 4 && days.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(days) : 0;
    }
}

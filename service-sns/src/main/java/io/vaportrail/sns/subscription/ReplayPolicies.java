package io.vaportrail.sns.subscription;

import io.vaportrail.core.json.Json;
import io.vaportrail.sns.store.SnsArn;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From when to when the messages of a topic's archive are to be delivered again:
 * {@code {"PointType":"Timestamp","StartingPoint":"2023-12-20T00:00:00.000Z"}}.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/message-archiving-and-replay-subscriber.html">Message replay</a>
 */
final class ReplayPolicies {
    private ReplayPolicies() {}

    /**
     * What a policy asks for.
     *
     * @param from the first time
     * @param to the last time
     */
    record Replay(Instant from, Instant to) {}

    static @Nullable String complaint(SnsArn topic, String policy) {
        if (!topic.isFifo()) {
            return "ReplayPolicy: only supported for subscriptions to FIFO topics";
        }
        return read(policy, Instant.MAX) == null ? "ReplayPolicy: Invalid value" : null;
    }

    /**
     * Reads a policy.
     *
     * @param now the end of a replay that names none
     * @return the replay, or {@code null} when the policy is none
     */
    static @Nullable Replay read(String policy, Instant now) {
        Map<String, @Nullable Object> members = Json.readObject(policy);
        if (members == null || !"Timestamp".equals(members.get("PointType"))) {
            return null;
        }
        try {
            Object start = members.get("StartingPoint");
            Object end = members.get("EndingPoint");
            Instant from = Instant.parse(String.valueOf(start));
            Instant to = end == null ? now : Instant.parse(String.valueOf(end));
            return to.isBefore(from) ? null : new Replay(from, to);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

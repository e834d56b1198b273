package io.vaportrail.sns.subscription;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import io.vaportrail.core.json.ParserWords;
import io.vaportrail.sns.store.SnsArn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go that could not be delivered: {@code {"deadLetterTargetArn":"…"}}.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html">Dead-letter queues</a>
 */
final class RedrivePolicies {
    private RedrivePolicies() {}

    /** What a policy says; one of the two is there. */
    record Read(@Nullable SnsArn queue, @Nullable String complaint) {}

    static Read read(String policy) {
        Object value;
        try {
            value = Json.read(policy);
        } catch (JsonSyntaxException e) {
            return new Read(null, "RedrivePolicy: failed to parse JSON. " + ParserWords.of(e));
        }
        Object target = value instanceof Map<?, ?> members ? members.get("deadLetterTargetArn") : null;
        SnsArn queue = target instanceof String text ? SnsArn.of(text, "sqs") : null;
        return queue == null
                ? new Read(null, "RedrivePolicy: deadLetterTargetArn is an invalid arn")
                : new Read(queue, null);
    }
}

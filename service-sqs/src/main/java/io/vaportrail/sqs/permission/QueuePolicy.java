package io.vaportrail.sqs.permission;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.policy.EditablePolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html">Custom
 *     policies</a>
 */
public final class QueuePolicy {
    private QueuePolicy() {}

    /** The policy of a queue, or the one that SQS begins for a queue without. */
    static EditablePolicy of(@Nullable String policy, String queueArn) {
        Map<String, @Nullable Object> members = policy == null ? null : Json.readObject(policy);
        if (members == null) {
            members = new LinkedHashMap<>();
            members.put("Version", "2008-10-17");
            members.put("Id", queueArn + "/SQSDefaultPolicy");
        }
        return new EditablePolicy(members);
    }

    /** The text, or {@code null} for a policy without statements. */
    static @Nullable String textOf(EditablePolicy policy) {
        return policy.size() == 0 ? null : policy.toJson();
    }

    /**
     * A policy that an owner uploads, as it is.
     *
     * @throws io.vaportrail.schema.ServiceException when it is no policy of a resource, or too long
     */
    public static String checked(String policy) {
        boolean tooLong = policy.getBytes(StandardCharsets.UTF_8).length > SqsLimits.POLICY_BYTES;
        if (tooLong || statementsIn(policy) > SqsLimits.POLICY_STATEMENTS) {
            throw SqsErrors.invalidAttributeValue(QueueAttributeName.POLICY);
        }
        return policy;
    }

    private static int statementsIn(String policy) {
        try {
            return PolicyDocument.parse(policy, PolicyKind.RESOURCE)
                    .statements()
                    .size();
        } catch (PolicySyntaxException e) {
            throw SqsErrors.invalidAttributeValue(QueueAttributeName.POLICY);
        }
    }
}

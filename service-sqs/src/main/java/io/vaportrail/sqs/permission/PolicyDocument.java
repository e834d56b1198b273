package io.vaportrail.sqs.permission;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.model.sqs.QueueAttributeName;
import io.vaportrail.sqs.SqsErrors;
import io.vaportrail.sqs.SqsLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a queue's policy.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-creating-custom-policies.html">Custom
 *     policies</a>
 */
public final class PolicyDocument {
    private static final String STATEMENT = "Statement";

    private final Map<String, @Nullable Object> members;
    private final List<@Nullable Object> statements;

    private PolicyDocument(Map<String, @Nullable Object> members) {
        this.members = members;
        Object found = members.get(STATEMENT);
        this.statements = new ArrayList<>();
        if (found instanceof List<?> list) {
            statements.addAll(list);
        } else if (found != null) {
            statements.add(found);
        }
        members.put(STATEMENT, statements);
    }

    /** The policy of a queue, or the one that SQS begins for a queue without. */
    static PolicyDocument of(@Nullable String policy, String queueArn) {
        Map<String, @Nullable Object> members = policy == null ? null : Json.readObject(policy);
        if (members == null) {
            members = new LinkedHashMap<>();
            members.put("Version", "2008-10-17");
            members.put("Id", queueArn + "/SQSDefaultPolicy");
        }
        return new PolicyDocument(members);
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
            return io.vaportrail.core.policy.PolicyDocument.parse(policy, PolicyKind.RESOURCE)
                    .statements()
                    .size();
        } catch (PolicySyntaxException e) {
            throw SqsErrors.invalidAttributeValue(QueueAttributeName.POLICY);
        }
    }

    boolean has(String label) {
        return statements.stream().anyMatch(statement -> isLabelled(statement, label));
    }

    int size() {
        return statements.size();
    }

    void add(Map<String, Object> statement) {
        statements.add(statement);
    }

    void remove(String label) {
        statements.removeIf(statement -> isLabelled(statement, label));
    }

    /** The text, or {@code null} for a policy without statements. */
    @Nullable String toJson() {
        return statements.isEmpty() ? null : Json.write(members);
    }

    private static boolean isLabelled(@Nullable Object statement, String label) {
        return statement instanceof Map<?, ?> map && label.equals(map.get("Sid"));
    }
}

package io.vaportrail.sns.permission;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.policy.EditablePolicy;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.policy.PolicySyntaxException;
import io.vaportrail.core.policy.Statement;
import io.vaportrail.sns.SnsLimits;
import io.vaportrail.sns.store.SnsArn;
import io.vaportrail.sns.store.Topic;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a topic. Every topic has one: until its owner sets another, one that lets the owner's account in.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html">Example cases for access control</a>
 */
public final class TopicPolicy {
    private static final List<String> OWNER_ACTIONS = List.of(
            "SNS:GetTopicAttributes",
            "SNS:SetTopicAttributes",
            "SNS:AddPermission",
            "SNS:RemovePermission",
            "SNS:DeleteTopic",
            "SNS:Subscribe",
            "SNS:ListSubscriptionsByTopic",
            "SNS:Publish");

    /** What a topic's policy can allow, in lower case. */
    private static final Set<String> ACTIONS = Set.of(
            "sns:gettopicattributes",
            "sns:settopicattributes",
            "sns:addpermission",
            "sns:removepermission",
            "sns:deletetopic",
            "sns:subscribe",
            "sns:listsubscriptionsbytopic",
            "sns:publish",
            "sns:receive",
            "sns:getdataprotectionpolicy",
            "sns:putdataprotectionpolicy",
            "sns:listtagsforresource",
            "sns:tagresource",
            "sns:untagresource");

    private static final String OUT_OF_SCOPE = "Policy statement action out of service scope!";

    private TopicPolicy() {}

    /** The text of a topic's policy. */
    public static String textOf(Topic topic) {
        String policy = topic.settings().policy();
        return policy != null ? policy : Json.write(defaultOf(topic.arn()));
    }

    /** The policy of a topic, to be changed. */
    static EditablePolicy of(SnsArn topic, @Nullable String policy) {
        Map<String, @Nullable Object> members = policy == null ? null : Json.readObject(policy);
        return new EditablePolicy(members == null ? defaultOf(topic) : members);
    }

    private static Map<String, @Nullable Object> defaultOf(SnsArn topic) {
        Map<String, @Nullable Object> statement = new LinkedHashMap<>();
        statement.put("Sid", "__default_statement_ID");
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("AWS", "*"));
        statement.put("Action", OWNER_ACTIONS);
        statement.put("Resource", topic.toString());
        statement.put("Condition", Map.of("StringEquals", Map.of("AWS:SourceOwner", topic.accountId())));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("Version", "2008-10-17");
        members.put("Id", "__default_policy_ID");
        members.put("Statement", List.of(statement));
        return members;
    }

    /** What is wrong with a policy, or {@code null}. */
    public static @Nullable String complaint(SnsArn topic, String policy) {
        if (policy.isEmpty()) {
            return null;
        }
        if (policy.getBytes(StandardCharsets.UTF_8).length > SnsLimits.POLICY_BYTES) {
            return "Policy Error: longer than " + SnsLimits.POLICY_BYTES + " bytes";
        }
        PolicyDocument document;
        try {
            document = PolicyDocument.parse(policy, PolicyKind.RESOURCE);
        } catch (PolicySyntaxException e) {
            return "Policy Error: " + e.getMessage();
        }
        if (document.statements().size() > SnsLimits.POLICY_STATEMENTS) {
            return "Policy Error: more than " + SnsLimits.POLICY_STATEMENTS + " statements";
        }
        for (Statement statement : document.statements()) {
            for (String action : statement.actions()) {
                if (!isAction(action)) {
                    return OUT_OF_SCOPE;
                }
            }
        }
        return null;
    }

    /** Whether an action is one that a topic's policy can name. */
    static boolean isAction(String action) {
        return ACTIONS.contains(action.toLowerCase(Locale.ROOT));
    }
}

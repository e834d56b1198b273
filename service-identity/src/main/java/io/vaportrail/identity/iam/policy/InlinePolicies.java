package io.vaportrail.identity.iam.policy;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.identity.iam.Documents;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.store.PolicyHolder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the embedded policies of users, groups and roles have in common. */
enum InlinePolicies {
    USER("user", IamLimits.USER_POLICY_SIZE),
    GROUP("group", IamLimits.GROUP_POLICY_SIZE),
    ROLE("role", IamLimits.ROLE_POLICY_SIZE);

    private final String kind;
    private final int maxSize;

    InlinePolicies(String kind, int maxSize) {
        this.kind = kind;
        this.maxSize = maxSize;
    }

    void put(PolicyHolder holder, String policyName, String text) {
        PolicyDocument document = Documents.parse(text, PolicyKind.IDENTITY);
        int size = Documents.size(document);
        for (Map.Entry<String, PolicyDocument> other :
                holder.policies().inline().entrySet()) {
            size += other.getKey().equals(policyName) ? 0 : Documents.size(other.getValue());
        }
        if (size > maxSize) {
            throw IamErrors.limitExceeded(
                    "Maximum policy size of " + maxSize + " bytes exceeded for " + kind + " " + holder.name());
        }
        holder.policies().put(policyName, document);
    }

    /** The document as answers carry it. */
    String get(PolicyHolder holder, String policyName) {
        PolicyDocument document = holder.policies().inline().get(policyName);
        if (document == null) {
            throw notFound(policyName);
        }
        return Documents.encoded(document);
    }

    void delete(PolicyHolder holder, String policyName) {
        if (holder.policies().remove(policyName) == null) {
            throw notFound(policyName);
        }
    }

    private RuntimeException notFound(String policyName) {
        return IamErrors.notFound(kind + " policy", policyName);
    }

    static Paging<String> list(PolicyHolder holder, @Nullable String marker, @Nullable Integer maxItems) {
        return Paging.of(holder.policies().inline().keySet(), name -> name, marker, maxItems);
    }
}

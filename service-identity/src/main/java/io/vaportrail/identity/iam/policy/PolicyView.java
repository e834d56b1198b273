package io.vaportrail.identity.iam.policy;

import io.vaportrail.identity.iam.Documents;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.PolicyHolder;
import io.vaportrail.model.iam.AttachedPermissionsBoundary;
import io.vaportrail.model.iam.AttachedPolicy;
import io.vaportrail.model.iam.Policy;
import io.vaportrail.model.iam.PolicyDetail;
import io.vaportrail.model.iam.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies as answers show them. */
public final class PolicyView {
    private PolicyView() {}

    /** As lists and the answer to its creation show a policy. */
    static Policy.Builder brief(AccountIdentities account, ManagedPolicy policy) {
        return Policy.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion().id())
                .attachmentCount(PolicyUse.attachments(account, policy))
                .permissionsBoundaryUsageCount(PolicyUse.boundaries(account, policy))
                .isAttachable(true)
                .createDate(policy.createDate())
                .updateDate(policy.updateDate());
    }

    /** As GetPolicy shows it: with its description and tags. */
    static Policy full(AccountIdentities account, ManagedPolicy policy) {
        List<io.vaportrail.model.iam.Tag> tags = Tags.view(policy);
        return brief(account, policy)
                .description(policy.description())
                .tags(tags == null ? List.of() : tags)
                .build();
    }

    /** A version without its document. */
    static PolicyVersion.Builder version(ManagedPolicy policy, ManagedPolicy.Version version) {
        return PolicyVersion.builder()
                .versionId(version.id())
                .isDefaultVersion(version.equals(policy.defaultVersion()))
                .createDate(version.createDate());
    }

    /** A version with its document. */
    public static PolicyVersion versionWithDocument(ManagedPolicy policy, ManagedPolicy.Version version) {
        return version(policy, version)
                .document(Documents.encoded(version.document()))
                .build();
    }

    /** A policy as something that is attached. */
    public static AttachedPolicy attached(ManagedPolicy policy) {
        return AttachedPolicy.builder()
                .policyName(policy.name())
                .policyArn(policy.arn())
                .build();
    }

    /** The managed policies of a user, group or role. */
    public static List<AttachedPolicy> attached(PolicyHolder holder) {
        List<AttachedPolicy> views = new ArrayList<>();
        for (ManagedPolicy policy : holder.policies().managed()) {
            views.add(attached(policy));
        }
        return views;
    }

    /** The policies embedded in a user, group or role. */
    public static List<PolicyDetail> inline(PolicyHolder holder) {
        List<PolicyDetail> views = new ArrayList<>();
        holder.policies()
                .inline()
                .forEach((name, document) -> views.add(PolicyDetail.builder()
                        .policyName(name)
                        .policyDocument(Documents.encoded(document))
                        .build()));
        return views;
    }

    /** A permissions boundary, or {@code null} when there is none. */
    public static @Nullable AttachedPermissionsBoundary boundary(@Nullable ManagedPolicy policy) {
        if (policy == null) {
            return null;
        }
        return AttachedPermissionsBoundary.builder()
                .permissionsBoundaryType("Policy")
                .permissionsBoundaryArn(policy.arn())
                .build();
    }
}

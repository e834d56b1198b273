package io.vaportrail.identity.iam.account;

import io.vaportrail.identity.iam.Documents;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.policy.PolicyUse;
import io.vaportrail.identity.iam.policy.PolicyView;
import io.vaportrail.identity.iam.profile.InstanceProfileView;
import io.vaportrail.identity.iam.role.RoleView;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.InstanceProfile;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.GroupDetail;
import io.vaportrail.model.iam.ManagedPolicyDetail;
import io.vaportrail.model.iam.PolicyVersion;
import io.vaportrail.model.iam.RoleDetail;
import io.vaportrail.model.iam.Tag;
import io.vaportrail.model.iam.UserDetail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities with all that belongs to them. */
final class Details {
    private Details() {}

    static UserDetail of(User user) {
        List<String> groups = new ArrayList<>();
        for (Group group : user.groups()) {
            groups.add(group.name());
        }
        return UserDetail.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn())
                .createDate(user.createDate())
                .userPolicyList(PolicyView.inline(user))
                .groupList(groups)
                .attachedManagedPolicies(PolicyView.attached(user))
                .permissionsBoundary(PolicyView.boundary(user.permissionsBoundary()))
                .tags(tags(Tags.view(user)))
                .build();
    }

    static GroupDetail of(Group group) {
        return GroupDetail.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn())
                .createDate(group.createDate())
                .groupPolicyList(PolicyView.inline(group))
                .attachedManagedPolicies(PolicyView.attached(group))
                .build();
    }

    static RoleDetail of(AccountIdentities account, Role role) {
        List<io.vaportrail.model.iam.InstanceProfile> profiles = new ArrayList<>();
        for (InstanceProfile profile : account.instanceProfiles().all()) {
            if (profile.role() == role) {
                profiles.add(InstanceProfileView.brief(profile).build());
            }
        }
        return RoleDetail.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .createDate(role.createDate())
                .assumeRolePolicyDocument(Documents.encoded(role.trustPolicy()))
                .instanceProfileList(profiles)
                .rolePolicyList(PolicyView.inline(role))
                .attachedManagedPolicies(PolicyView.attached(role))
                .permissionsBoundary(PolicyView.boundary(role.permissionsBoundary()))
                .tags(tags(Tags.view(role)))
                .roleLastUsed(RoleView.lastUsed(role))
                .build();
    }

    static ManagedPolicyDetail of(AccountIdentities account, ManagedPolicy policy) {
        List<PolicyVersion> versions = new ArrayList<>();
        for (ManagedPolicy.Version version : policy.versions()) {
            versions.add(0, PolicyView.versionWithDocument(policy, version));
        }
        return ManagedPolicyDetail.builder()
                .policyName(policy.name())
                .policyId(policy.id())
                .arn(policy.arn())
                .path(policy.path())
                .defaultVersionId(policy.defaultVersion().id())
                .attachmentCount(PolicyUse.attachments(account, policy))
                .permissionsBoundaryUsageCount(PolicyUse.boundaries(account, policy))
                .isAttachable(true)
                .description(policy.description())
                .createDate(policy.createDate())
                .updateDate(policy.updateDate())
                .policyVersionList(versions)
                .build();
    }

    private static List<Tag> tags(@Nullable List<Tag> tags) {
        return tags == null ? List.of() : tags;
    }
}

package io.vaportrail.identity.iam.policy;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.PolicyHolder;
import io.vaportrail.model.iam.AttachGroupPolicyRequest;
import io.vaportrail.model.iam.AttachRolePolicyRequest;
import io.vaportrail.model.iam.AttachUserPolicyRequest;
import io.vaportrail.model.iam.DetachGroupPolicyRequest;
import io.vaportrail.model.iam.DetachRolePolicyRequest;
import io.vaportrail.model.iam.DetachUserPolicyRequest;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListAttachedGroupPoliciesRequest;
import io.vaportrail.model.iam.ListAttachedGroupPoliciesResponse;
import io.vaportrail.model.iam.ListAttachedRolePoliciesRequest;
import io.vaportrail.model.iam.ListAttachedRolePoliciesResponse;
import io.vaportrail.model.iam.ListAttachedUserPoliciesRequest;
import io.vaportrail.model.iam.ListAttachedUserPoliciesResponse;
import io.vaportrail.schema.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The managed policies attached to users, groups and roles. */
public final class AttachmentOperations {
    private final PolicyFinder finder;

    /** Operations that find policies with the finder. */
    public AttachmentOperations(PolicyFinder finder) {
        this.finder = finder;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.ATTACH_USER_POLICY, this::attachUserPolicy)
                .add(IamService.DETACH_USER_POLICY, this::detachUserPolicy)
                .add(IamService.LIST_ATTACHED_USER_POLICIES, this::listAttachedUserPolicies)
                .add(IamService.ATTACH_GROUP_POLICY, this::attachGroupPolicy)
                .add(IamService.DETACH_GROUP_POLICY, this::detachGroupPolicy)
                .add(IamService.LIST_ATTACHED_GROUP_POLICIES, this::listAttachedGroupPolicies)
                .add(IamService.ATTACH_ROLE_POLICY, this::attachRolePolicy)
                .add(IamService.DETACH_ROLE_POLICY, this::detachRolePolicy)
                .add(IamService.LIST_ATTACHED_ROLE_POLICIES, this::listAttachedRolePolicies);
    }

    /** Attaching what is attached already changes nothing. */
    private static void attach(PolicyHolder holder, ManagedPolicy policy, String quota) {
        List<ManagedPolicy> attached = holder.policies().managed();
        if (!attached.contains(policy) && attached.size() >= IamLimits.MANAGED_POLICIES_PER_ENTITY) {
            throw IamErrors.quota(quota, IamLimits.MANAGED_POLICIES_PER_ENTITY);
        }
        holder.policies().attach(policy);
    }

    private void detach(AccountIdentities account, PolicyHolder holder, String arn) {
        if (!holder.policies().detach(finder.existing(account, arn))) {
            throw IamErrors.noSuchEntity("Policy " + arn + " was not found.");
        }
    }

    private static Paging<ManagedPolicy> page(
            PolicyHolder holder, @Nullable String pathPrefix, @Nullable String marker, @Nullable Integer maxItems) {
        List<ManagedPolicy> sorted =
                new ArrayList<>(Paths.below(holder.policies().managed(), pathPrefix));
        sorted.sort(Comparator.comparing(AttachmentOperations::sortKey));
        return Paging.of(sorted, AttachmentOperations::sortKey, marker, maxItems);
    }

    /** An account's policy may bear the name of one of AWS's. */
    private static String sortKey(ManagedPolicy policy) {
        return Paths.sortKey(policy) + ' ' + policy.arn();
    }

    private Unit attachUserPolicy(AccountIdentities account, AttachUserPolicyRequest input, Call call) {
        PolicyHolder holder = Existing.user(account, input.userName());
        attach(holder, finder.attachable(account, input.policyArn()), "PoliciesPerUser");
        return Unit.INSTANCE;
    }

    private Unit detachUserPolicy(AccountIdentities account, DetachUserPolicyRequest input, Call call) {
        detach(account, Existing.user(account, input.userName()), input.policyArn());
        return Unit.INSTANCE;
    }

    private ListAttachedUserPoliciesResponse listAttachedUserPolicies(
            AccountIdentities account, ListAttachedUserPoliciesRequest input, Call call) {
        Paging<ManagedPolicy> page = page(
                Existing.user(account, input.userName()), input.pathPrefix(), input.marker(), input.maxItems());
        return ListAttachedUserPoliciesResponse.builder()
                .attachedPolicies(page.map(PolicyView::attached))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit attachGroupPolicy(AccountIdentities account, AttachGroupPolicyRequest input, Call call) {
        PolicyHolder holder = Existing.group(account, input.groupName());
        attach(holder, finder.attachable(account, input.policyArn()), "PoliciesPerGroup");
        return Unit.INSTANCE;
    }

    private Unit detachGroupPolicy(AccountIdentities account, DetachGroupPolicyRequest input, Call call) {
        detach(account, Existing.group(account, input.groupName()), input.policyArn());
        return Unit.INSTANCE;
    }

    private ListAttachedGroupPoliciesResponse listAttachedGroupPolicies(
            AccountIdentities account, ListAttachedGroupPoliciesRequest input, Call call) {
        Paging<ManagedPolicy> page = page(
                Existing.group(account, input.groupName()), input.pathPrefix(), input.marker(), input.maxItems());
        return ListAttachedGroupPoliciesResponse.builder()
                .attachedPolicies(page.map(PolicyView::attached))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit attachRolePolicy(AccountIdentities account, AttachRolePolicyRequest input, Call call) {
        PolicyHolder holder = Existing.changeableRole(account, input.roleName());
        attach(holder, finder.attachable(account, input.policyArn()), "PoliciesPerRole");
        return Unit.INSTANCE;
    }

    private Unit detachRolePolicy(AccountIdentities account, DetachRolePolicyRequest input, Call call) {
        detach(account, Existing.changeableRole(account, input.roleName()), input.policyArn());
        return Unit.INSTANCE;
    }

    private ListAttachedRolePoliciesResponse listAttachedRolePolicies(
            AccountIdentities account, ListAttachedRolePoliciesRequest input, Call call) {
        Paging<ManagedPolicy> page = page(
                Existing.role(account, input.roleName()), input.pathPrefix(), input.marker(), input.maxItems());
        return ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(page.map(PolicyView::attached))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }
}

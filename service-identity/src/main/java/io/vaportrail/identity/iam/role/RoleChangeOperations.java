package io.vaportrail.identity.iam.role;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.policy.PolicyFinder;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Role;
import io.vaportrail.model.iam.DeleteRolePermissionsBoundaryRequest;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListRoleTagsRequest;
import io.vaportrail.model.iam.ListRoleTagsResponse;
import io.vaportrail.model.iam.PutRolePermissionsBoundaryRequest;
import io.vaportrail.model.iam.TagRoleRequest;
import io.vaportrail.model.iam.UntagRoleRequest;
import io.vaportrail.model.iam.UpdateAssumeRolePolicyRequest;
import io.vaportrail.model.iam.UpdateRoleDescriptionRequest;
import io.vaportrail.model.iam.UpdateRoleDescriptionResponse;
import io.vaportrail.model.iam.UpdateRoleRequest;
import io.vaportrail.model.iam.UpdateRoleResponse;
import io.vaportrail.schema.Unit;

/** UpdateRole, UpdateRoleDescription, UpdateAssumeRolePolicy, a role's tags and permissions boundary. */
public final class RoleChangeOperations {
    private final PolicyFinder policies;

    /** Operations that find policies with the finder. */
    public RoleChangeOperations(PolicyFinder policies) {
        this.policies = policies;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.UPDATE_ROLE, this::updateRole)
                .add(IamService.UPDATE_ROLE_DESCRIPTION, this::updateRoleDescription)
                .add(IamService.UPDATE_ASSUME_ROLE_POLICY, this::updateAssumeRolePolicy)
                .add(IamService.TAG_ROLE, this::tagRole)
                .add(IamService.UNTAG_ROLE, this::untagRole)
                .add(IamService.LIST_ROLE_TAGS, this::listRoleTags)
                .add(IamService.PUT_ROLE_PERMISSIONS_BOUNDARY, this::putRolePermissionsBoundary)
                .add(IamService.DELETE_ROLE_PERMISSIONS_BOUNDARY, this::deleteRolePermissionsBoundary);
    }

    /**
     * What is not given changes nothing.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html">UpdateRole</a>
     */
    private UpdateRoleResponse updateRole(AccountIdentities account, UpdateRoleRequest input, Call call) {
        Role role = Existing.role(account, input.roleName());
        Integer duration = input.maxSessionDuration();
        if (duration != null) {
            role.maxSessionDuration(duration);
        }
        if (input.description() != null) {
            role.description(input.description());
        }
        return UpdateRoleResponse.builder().build();
    }

    private UpdateRoleDescriptionResponse updateRoleDescription(
            AccountIdentities account, UpdateRoleDescriptionRequest input, Call call) {
        Role role = Existing.role(account, input.roleName());
        role.description(input.description());
        return UpdateRoleDescriptionResponse.builder()
                .role(RoleView.full(role))
                .build();
    }

    private Unit updateAssumeRolePolicy(AccountIdentities account, UpdateAssumeRolePolicyRequest input, Call call) {
        Role role = Existing.changeableRole(account, input.roleName());
        role.trustPolicy(RoleOperations.trustPolicy(input.policyDocument()));
        return Unit.INSTANCE;
    }

    private Unit tagRole(AccountIdentities account, TagRoleRequest input, Call call) {
        Tags.add(Existing.role(account, input.roleName()), input.tags());
        return Unit.INSTANCE;
    }

    private Unit untagRole(AccountIdentities account, UntagRoleRequest input, Call call) {
        Tags.remove(Existing.role(account, input.roleName()), input.tagKeys());
        return Unit.INSTANCE;
    }

    private ListRoleTagsResponse listRoleTags(AccountIdentities account, ListRoleTagsRequest input, Call call) {
        var page = Tags.page(Existing.role(account, input.roleName()), input.marker(), input.maxItems());
        return ListRoleTagsResponse.builder()
                .tags(Tags.list(page.items()))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit putRolePermissionsBoundary(
            AccountIdentities account, PutRolePermissionsBoundaryRequest input, Call call) {
        Existing.changeableRole(account, input.roleName())
                .permissionsBoundary(policies.boundary(account, input.permissionsBoundary()));
        return Unit.INSTANCE;
    }

    private Unit deleteRolePermissionsBoundary(
            AccountIdentities account, DeleteRolePermissionsBoundaryRequest input, Call call) {
        Existing.changeableRole(account, input.roleName()).permissionsBoundary(null);
        return Unit.INSTANCE;
    }
}

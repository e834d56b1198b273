package io.vaportrail.identity.iam.role;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Documents;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.policy.PolicyFinder;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.InstanceProfile;
import io.vaportrail.identity.store.Role;
import io.vaportrail.model.iam.CreateRoleRequest;
import io.vaportrail.model.iam.CreateRoleResponse;
import io.vaportrail.model.iam.DeleteRoleRequest;
import io.vaportrail.model.iam.GetRoleRequest;
import io.vaportrail.model.iam.GetRoleResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListRolesRequest;
import io.vaportrail.model.iam.ListRolesResponse;
import io.vaportrail.schema.Unit;
import java.util.Map;

/** CreateRole, GetRole, ListRoles and DeleteRole. */
public final class RoleOperations {
    private final IamEnvironment environment;
    private final PolicyFinder policies;

    /** Operations that find policies with the finder. */
    public RoleOperations(IamEnvironment environment, PolicyFinder policies) {
        this.environment = environment;
        this.policies = policies;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_ROLE, this::createRole)
                .add(IamService.GET_ROLE, this::getRole)
                .add(IamService.LIST_ROLES, this::listRoles)
                .add(IamService.DELETE_ROLE, this::deleteRole);
    }

    private CreateRoleResponse createRole(AccountIdentities account, CreateRoleRequest input, Call call) {
        PolicyDocument trust = trustPolicy(input.assumeRolePolicyDocument());
        if (account.roles().get(input.roleName()) != null) {
            throw IamErrors.alreadyExists("Role", input.roleName());
        }
        if (account.roles().size() >= IamLimits.ROLES) {
            throw IamErrors.quota("RolesPerAccount", IamLimits.ROLES);
        }
        Map<String, String> tags = Tags.initial(input.tags());
        Integer duration = input.maxSessionDuration();
        String boundary = input.permissionsBoundary();
        Role role = new Role(
                account.accountId(),
                Paths.name(input.path(), input.roleName()),
                environment.uniqueId("AROA"),
                environment.now(),
                trust,
                duration == null ? IamLimits.SESSION_SECONDS_DEFAULT : duration,
                null);
        role.tags(tags);
        role.description(input.description());
        role.permissionsBoundary(boundary == null ? null : policies.boundary(account, boundary));
        account.roles().add(role);
        return CreateRoleResponse.builder().role(RoleView.created(role)).build();
    }

    /** A trust policy, within its size. */
    static PolicyDocument trustPolicy(String text) {
        PolicyDocument document = Documents.parse(text, PolicyKind.TRUST);
        if (Documents.size(document) > IamLimits.TRUST_POLICY_SIZE) {
            throw IamErrors.quota("ACLSizePerRole", IamLimits.TRUST_POLICY_SIZE);
        }
        return document;
    }

    private GetRoleResponse getRole(AccountIdentities account, GetRoleRequest input, Call call) {
        return GetRoleResponse.builder()
                .role(RoleView.full(Existing.role(account, input.roleName())))
                .build();
    }

    private ListRolesResponse listRoles(AccountIdentities account, ListRolesRequest input, Call call) {
        Paging<Role> page = Paths.page(account.roles(), input.pathPrefix(), input.marker(), input.maxItems());
        return ListRolesResponse.builder()
                .roles(page.map(RoleView::listed))
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit deleteRole(AccountIdentities account, DeleteRoleRequest input, Call call) {
        Role role = Existing.changeableRole(account, input.roleName());
        for (InstanceProfile profile : account.instanceProfiles().all()) {
            if (profile.role() == role) {
                throw IamErrors.deleteConflict("must remove roles from instance profile first");
            }
        }
        if (!role.policies().inline().isEmpty()) {
            throw IamErrors.deleteConflict("must delete policies first");
        }
        if (!role.policies().managed().isEmpty()) {
            throw IamErrors.deleteConflict("must detach all policies first");
        }
        account.roles().remove(role);
        return Unit.INSTANCE;
    }
}

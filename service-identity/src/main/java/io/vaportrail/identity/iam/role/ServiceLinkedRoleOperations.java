package io.vaportrail.identity.iam.role;

import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyKind;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Documents;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.IamEnvironment;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.iam.IamLimits;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.EntityName;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.Role;
import io.vaportrail.model.iam.CreateServiceLinkedRoleRequest;
import io.vaportrail.model.iam.CreateServiceLinkedRoleResponse;
import io.vaportrail.model.iam.DeleteServiceLinkedRoleRequest;
import io.vaportrail.model.iam.DeleteServiceLinkedRoleResponse;
import io.vaportrail.model.iam.GetServiceLinkedRoleDeletionStatusRequest;
import io.vaportrail.model.iam.GetServiceLinkedRoleDeletionStatusResponse;
import io.vaportrail.model.iam.IamService;

/** Roles that belong to services: CreateServiceLinkedRole, DeleteServiceLinkedRole, GetServiceLinkedRoleDeletionStatus. */
public final class ServiceLinkedRoleOperations {
    private static final String TASK = "task/aws-service-role/";

    private final IamEnvironment environment;

    /** Operations over the environment. */
    public ServiceLinkedRoleOperations(IamEnvironment environment) {
        this.environment = environment;
    }

    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.CREATE_SERVICE_LINKED_ROLE, this::createServiceLinkedRole)
                .add(IamService.DELETE_SERVICE_LINKED_ROLE, this::deleteServiceLinkedRole)
                .add(IamService.GET_SERVICE_LINKED_ROLE_DELETION_STATUS, this::getServiceLinkedRoleDeletionStatus);
    }

    private CreateServiceLinkedRoleResponse createServiceLinkedRole(
            AccountIdentities account, CreateServiceLinkedRoleRequest input, Call call) {
        String service = input.awsServiceName();
        ServiceLinkedRoles.Template template = ServiceLinkedRoles.of(service);
        if (template == null) {
            throw IamErrors.accessDenied("Cannot find Service Linked Role template for " + service);
        }
        String suffix = input.customSuffix();
        if (suffix != null && !template.takesSuffix()) {
            throw IamErrors.invalidInput("Custom suffix is not allowed for " + service);
        }
        String name = suffix == null ? template.roleName() : template.roleName() + '_' + suffix;
        if (account.roles().get(name) != null) {
            throw IamErrors.invalidInput("Service role name " + name
                    + " has been taken in this account, please try a different suffix.");
        }
        Role role = new Role(
                account.accountId(),
                new EntityName("/aws-service-role/" + service + '/', name),
                environment.uniqueId("AROA"),
                environment.now(),
                trustPolicy(service),
                IamLimits.SESSION_SECONDS_DEFAULT,
                service);
        role.description(input.description() == null ? template.description() : input.description());
        role.policies().attach(policy(template));
        account.roles().add(role);
        return CreateServiceLinkedRoleResponse.builder()
                .role(RoleView.created(role))
                .build();
    }

    private ManagedPolicy policy(ServiceLinkedRoles.Template template) {
        String arn = "arn:aws:iam::aws:policy/aws-service-role/" + template.policyName();
        ManagedPolicy policy = environment.awsPolicies().get(arn);
        if (policy == null) {
            throw new IllegalStateException("policy: " + arn + " (expected: one of the managed policies of AWS)");
        }
        return policy;
    }

    private static PolicyDocument trustPolicy(String service) {
        return Documents.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"" + service
                        + "\"},\"Action\":\"sts:AssumeRole\"}]}",
                PolicyKind.TRUST);
    }

    /** Nothing uses the role here, so that it is gone at once. */
    private DeleteServiceLinkedRoleResponse deleteServiceLinkedRole(
            AccountIdentities account, DeleteServiceLinkedRoleRequest input, Call call) {
        Role role = Existing.role(account, input.roleName());
        String service = role.serviceName();
        if (service == null) {
            throw IamErrors.invalidInput("Role " + role.name() + " is not a service-linked role.");
        }
        account.roles().remove(role);
        return DeleteServiceLinkedRoleResponse.builder()
                .deletionTaskId(
                        TASK + service + '/' + role.name() + '/' + environment.ids().uuid())
                .build();
    }

    private GetServiceLinkedRoleDeletionStatusResponse getServiceLinkedRoleDeletionStatus(
            AccountIdentities account, GetServiceLinkedRoleDeletionStatusRequest input, Call call) {
        if (!input.deletionTaskId().startsWith(TASK)) {
            throw IamErrors.noSuchEntity("Deletion task " + input.deletionTaskId() + " cannot be found.");
        }
        return GetServiceLinkedRoleDeletionStatusResponse.builder()
                .status("SUCCEEDED")
                .build();
    }
}

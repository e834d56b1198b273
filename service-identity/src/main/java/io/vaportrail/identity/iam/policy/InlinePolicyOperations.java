package io.vaportrail.identity.iam.policy;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.Existing;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Registrar;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.DeleteGroupPolicyRequest;
import io.vaportrail.model.iam.DeleteRolePolicyRequest;
import io.vaportrail.model.iam.DeleteUserPolicyRequest;
import io.vaportrail.model.iam.GetGroupPolicyRequest;
import io.vaportrail.model.iam.GetGroupPolicyResponse;
import io.vaportrail.model.iam.GetRolePolicyRequest;
import io.vaportrail.model.iam.GetRolePolicyResponse;
import io.vaportrail.model.iam.GetUserPolicyRequest;
import io.vaportrail.model.iam.GetUserPolicyResponse;
import io.vaportrail.model.iam.IamService;
import io.vaportrail.model.iam.ListGroupPoliciesRequest;
import io.vaportrail.model.iam.ListGroupPoliciesResponse;
import io.vaportrail.model.iam.ListRolePoliciesRequest;
import io.vaportrail.model.iam.ListRolePoliciesResponse;
import io.vaportrail.model.iam.ListUserPoliciesRequest;
import io.vaportrail.model.iam.ListUserPoliciesResponse;
import io.vaportrail.model.iam.PutGroupPolicyRequest;
import io.vaportrail.model.iam.PutRolePolicyRequest;
import io.vaportrail.model.iam.PutUserPolicyRequest;
import io.vaportrail.schema.Unit;

/** The policies embedded in users, groups and roles. */
public final class InlinePolicyOperations {
    /** Registers the operations. */
    public void register(Registrar operations) {
        operations
                .add(IamService.PUT_USER_POLICY, this::putUserPolicy)
                .add(IamService.GET_USER_POLICY, this::getUserPolicy)
                .add(IamService.LIST_USER_POLICIES, this::listUserPolicies)
                .add(IamService.DELETE_USER_POLICY, this::deleteUserPolicy)
                .add(IamService.PUT_GROUP_POLICY, this::putGroupPolicy)
                .add(IamService.GET_GROUP_POLICY, this::getGroupPolicy)
                .add(IamService.LIST_GROUP_POLICIES, this::listGroupPolicies)
                .add(IamService.DELETE_GROUP_POLICY, this::deleteGroupPolicy)
                .add(IamService.PUT_ROLE_POLICY, this::putRolePolicy)
                .add(IamService.GET_ROLE_POLICY, this::getRolePolicy)
                .add(IamService.LIST_ROLE_POLICIES, this::listRolePolicies)
                .add(IamService.DELETE_ROLE_POLICY, this::deleteRolePolicy);
    }

    private Unit putUserPolicy(AccountIdentities account, PutUserPolicyRequest input, Call call) {
        InlinePolicies.USER.put(
                Existing.user(account, input.userName()), input.policyName(), input.policyDocument());
        return Unit.INSTANCE;
    }

    private GetUserPolicyResponse getUserPolicy(AccountIdentities account, GetUserPolicyRequest input, Call call) {
        User user = Existing.user(account, input.userName());
        return GetUserPolicyResponse.builder()
                .userName(user.name())
                .policyName(input.policyName())
                .policyDocument(InlinePolicies.USER.get(user, input.policyName()))
                .build();
    }

    private ListUserPoliciesResponse listUserPolicies(
            AccountIdentities account, ListUserPoliciesRequest input, Call call) {
        Paging<String> page = InlinePolicies.list(
                Existing.user(account, input.userName()), input.marker(), input.maxItems());
        return ListUserPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit deleteUserPolicy(AccountIdentities account, DeleteUserPolicyRequest input, Call call) {
        InlinePolicies.USER.delete(Existing.user(account, input.userName()), input.policyName());
        return Unit.INSTANCE;
    }

    private Unit putGroupPolicy(AccountIdentities account, PutGroupPolicyRequest input, Call call) {
        InlinePolicies.GROUP.put(
                Existing.group(account, input.groupName()), input.policyName(), input.policyDocument());
        return Unit.INSTANCE;
    }

    private GetGroupPolicyResponse getGroupPolicy(AccountIdentities account, GetGroupPolicyRequest input, Call call) {
        Group group = Existing.group(account, input.groupName());
        return GetGroupPolicyResponse.builder()
                .groupName(group.name())
                .policyName(input.policyName())
                .policyDocument(InlinePolicies.GROUP.get(group, input.policyName()))
                .build();
    }

    private ListGroupPoliciesResponse listGroupPolicies(
            AccountIdentities account, ListGroupPoliciesRequest input, Call call) {
        Paging<String> page = InlinePolicies.list(
                Existing.group(account, input.groupName()), input.marker(), input.maxItems());
        return ListGroupPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit deleteGroupPolicy(AccountIdentities account, DeleteGroupPolicyRequest input, Call call) {
        InlinePolicies.GROUP.delete(Existing.group(account, input.groupName()), input.policyName());
        return Unit.INSTANCE;
    }

    private Unit putRolePolicy(AccountIdentities account, PutRolePolicyRequest input, Call call) {
        InlinePolicies.ROLE.put(
                Existing.changeableRole(account, input.roleName()), input.policyName(), input.policyDocument());
        return Unit.INSTANCE;
    }

    private GetRolePolicyResponse getRolePolicy(AccountIdentities account, GetRolePolicyRequest input, Call call) {
        Role role = Existing.role(account, input.roleName());
        return GetRolePolicyResponse.builder()
                .roleName(role.name())
                .policyName(input.policyName())
                .policyDocument(InlinePolicies.ROLE.get(role, input.policyName()))
                .build();
    }

    private ListRolePoliciesResponse listRolePolicies(
            AccountIdentities account, ListRolePoliciesRequest input, Call call) {
        Paging<String> page = InlinePolicies.list(
                Existing.role(account, input.roleName()), input.marker(), input.maxItems());
        return ListRolePoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private Unit deleteRolePolicy(AccountIdentities account, DeleteRolePolicyRequest input, Call call) {
        InlinePolicies.ROLE.delete(Existing.changeableRole(account, input.roleName()), input.policyName());
        return Unit.INSTANCE;
    }
}

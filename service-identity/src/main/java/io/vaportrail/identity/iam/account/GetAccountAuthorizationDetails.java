package io.vaportrail.identity.iam.account;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.AccountHandler;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.iam.policy.PolicyUse;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.GetAccountAuthorizationDetailsRequest;
import io.vaportrail.model.iam.GetAccountAuthorizationDetailsResponse;
import io.vaportrail.model.iam.GroupDetail;
import io.vaportrail.model.iam.ManagedPolicyDetail;
import io.vaportrail.model.iam.RoleDetail;
import io.vaportrail.model.iam.UserDetail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** GetAccountAuthorizationDetails: all users, groups, roles, the account's policies, and those of AWS that are in use. */
public final class GetAccountAuthorizationDetails
        implements AccountHandler<GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse> {
    @Override
    public GetAccountAuthorizationDetailsResponse handle(
            AccountIdentities account, GetAccountAuthorizationDetailsRequest input, Call call) {
        List<String> filter = input.filter() == null ? List.of() : input.filter();
        List<Entity> found = new ArrayList<>();
        for (Entity entity : everything(account)) {
            if (filter.isEmpty() || filter.contains(kind(entity))) {
                found.add(entity);
            }
        }
        found.sort(Comparator.comparing(GetAccountAuthorizationDetails::sortKey));
        Paging<Entity> page =
                Paging.of(found, GetAccountAuthorizationDetails::sortKey, input.marker(), input.maxItems());
        List<UserDetail> users = new ArrayList<>();
        List<GroupDetail> groups = new ArrayList<>();
        List<RoleDetail> roles = new ArrayList<>();
        List<ManagedPolicyDetail> policies = new ArrayList<>();
        for (Entity entity : page.items()) {
            if (entity instanceof User user) {
                users.add(Details.of(user));
            } else if (entity instanceof Group group) {
                groups.add(Details.of(group));
            } else if (entity instanceof Role role) {
                roles.add(Details.of(account, role));
            } else if (entity instanceof ManagedPolicy policy) {
                policies.add(Details.of(account, policy));
            }
        }
        return GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(users)
                .groupDetailList(groups)
                .roleDetailList(roles)
                .policies(policies)
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    private static Set<Entity> everything(AccountIdentities account) {
        Set<Entity> all = new LinkedHashSet<>(account.policies().all());
        for (Entity holder : PolicyUse.holders(account)) {
            all.add(holder);
            all.addAll(PolicyUse.policiesOf(holder));
        }
        return all;
    }

    private static String kind(Entity entity) {
        if (entity instanceof ManagedPolicy policy) {
            return policy.isAws() ? "AWSManagedPolicy" : "LocalManagedPolicy";
        }
        return entity instanceof User ? "User" : entity instanceof Group ? "Group" : "Role";
    }

    private static String sortKey(Entity entity) {
        return kind(entity) + '/' + Paths.sortKey(entity) + ' ' + entity.arn();
    }
}

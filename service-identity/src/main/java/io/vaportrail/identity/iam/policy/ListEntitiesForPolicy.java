package io.vaportrail.identity.iam.policy;

import io.vaportrail.core.service.Call;
import io.vaportrail.identity.iam.AccountHandler;
import io.vaportrail.identity.iam.Paging;
import io.vaportrail.identity.iam.Paths;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.User;
import io.vaportrail.model.iam.ListEntitiesForPolicyRequest;
import io.vaportrail.model.iam.ListEntitiesForPolicyResponse;
import io.vaportrail.model.iam.PolicyGroup;
import io.vaportrail.model.iam.PolicyRole;
import io.vaportrail.model.iam.PolicyUser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ListEntitiesForPolicy: whom a policy is attached to, or whom it bounds. */
public final class ListEntitiesForPolicy
        implements AccountHandler<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> {
    private final PolicyFinder finder;

    /** An operation that finds policies with the finder. */
    public ListEntitiesForPolicy(PolicyFinder finder) {
        this.finder = finder;
    }

    @Override
    public ListEntitiesForPolicyResponse handle(
            AccountIdentities account, ListEntitiesForPolicyRequest input, Call call) {
        ManagedPolicy policy = finder.existing(account, input.policyArn());
        List<Entity> found = new ArrayList<>(Paths.below(PolicyUse.holders(account), input.pathPrefix()));
        found.removeIf(entity -> !isMeant(entity, input.entityFilter())
                || !isUsed(entity, policy, input.policyUsageFilter()));
        Paging<Entity> page =
                Paging.of(found, ListEntitiesForPolicy::sortKey, input.marker(), input.maxItems());
        List<PolicyGroup> groups = new ArrayList<>();
        List<PolicyUser> users = new ArrayList<>();
        List<PolicyRole> roles = new ArrayList<>();
        for (Entity entity : page.items()) {
            if (entity instanceof Group) {
                groups.add(PolicyGroup.builder().groupName(entity.name()).groupId(entity.id()).build());
            } else if (entity instanceof User) {
                users.add(PolicyUser.builder().userName(entity.name()).userId(entity.id()).build());
            } else {
                roles.add(PolicyRole.builder().roleName(entity.name()).roleId(entity.id()).build());
            }
        }
        return ListEntitiesForPolicyResponse.builder()
                .policyGroups(groups)
                .policyUsers(users)
                .policyRoles(roles)
                .isTruncated(page.isTruncated())
                .marker(page.marker())
                .build();
    }

    /** The filter also has values for policies, to which no policy is attached. */
    private static boolean isMeant(Entity entity, @Nullable String filter) {
        return filter == null
                || (filter.equals("User") && entity instanceof User)
                || (filter.equals("Group") && entity instanceof Group)
                || (filter.equals("Role") && entity instanceof Role);
    }

    private static boolean isUsed(Entity entity, ManagedPolicy policy, @Nullable String usage) {
        boolean attached = !"PermissionsBoundary".equals(usage) && PolicyUse.isAttached(entity, policy);
        boolean boundary = !"PermissionsPolicy".equals(usage) && PolicyUse.isBoundary(entity, policy);
        return attached || boundary;
    }

    private static String sortKey(Entity entity) {
        String kind = entity instanceof Group ? "1" : entity instanceof User ? "2" : "3";
        return kind + Paths.sortKey(entity);
    }
}

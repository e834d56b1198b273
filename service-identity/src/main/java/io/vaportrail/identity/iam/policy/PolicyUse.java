package io.vaportrail.identity.iam.policy;

import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.BoundedPrincipal;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.PolicyHolder;
import java.util.ArrayList;
import java.util.List;

/** Where the managed policies of an account are used. */
public final class PolicyUse {
    private PolicyUse() {}

    /** How many users, groups and roles a policy is attached to. */
    public static int attachments(AccountIdentities account, ManagedPolicy policy) {
        int count = 0;
        for (Entity holder : holders(account)) {
            count += isAttached(holder, policy) ? 1 : 0;
        }
        return count;
    }

    /** How many users and roles a policy bounds. */
    public static int boundaries(AccountIdentities account, ManagedPolicy policy) {
        int count = 0;
        for (Entity holder : holders(account)) {
            count += isBoundary(holder, policy) ? 1 : 0;
        }
        return count;
    }

    /** Whether a policy is attached to a user, group or role. */
    static boolean isAttached(Entity entity, ManagedPolicy policy) {
        return entity instanceof PolicyHolder holder
                && holder.policies().managed().contains(policy);
    }

    /** Whether a policy bounds the permissions of a user or role. */
    static boolean isBoundary(Entity entity, ManagedPolicy policy) {
        return entity instanceof BoundedPrincipal principal && principal.permissionsBoundary() == policy;
    }

    /** All groups, then users, then roles, each by name. */
    public static List<Entity> holders(AccountIdentities account) {
        List<Entity> all = new ArrayList<>(account.groups().all());
        all.addAll(account.users().all());
        all.addAll(account.roles().all());
        return all;
    }

    /** The managed policies that are attached to a user, group or role or bound it. */
    public static List<ManagedPolicy> policiesOf(Entity entity) {
        List<ManagedPolicy> policies = new ArrayList<>();
        if (entity instanceof PolicyHolder holder) {
            policies.addAll(holder.policies().managed());
        }
        ManagedPolicy boundary = entity instanceof BoundedPrincipal principal ? principal.permissionsBoundary() : null;
        if (boundary != null) {
            policies.add(boundary);
        }
        return policies;
    }
}

package io.vaportrail.identity.iam.simulate;

import io.vaportrail.core.policy.NamedPolicy;
import io.vaportrail.identity.iam.IamErrors;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.BoundedPrincipal;
import io.vaportrail.identity.store.Entity;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.ManagedPolicy;
import io.vaportrail.identity.store.PolicyHolder;
import io.vaportrail.identity.store.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user, group or role whose policies are simulated, a user's with those of its groups.
 *
 * @param entity whose policies they are
 * @param policies named as answers name them: managed ones by their name, embedded ones also by whom they are embedded in
 * @param boundary the permissions boundary, or {@code null}
 */
record PolicySource(
        Entity entity, List<NamedPolicy> policies, @Nullable NamedPolicy boundary) {
    private static final int ARN_PARTS = 6;

    /**
     * The source with this ARN.
     *
     * @throws io.vaportrail.schema.ServiceException InvalidInput for an ARN of something else, NoSuchEntity for nobody
     */
    static PolicySource find(AccountIdentities account, String arn) {
        Entity entity = entity(account, arn);
        List<NamedPolicy> policies = new ArrayList<>();
        NamedPolicy boundary = null;
        if (entity instanceof PolicyHolder holder) {
            add(holder, policies);
        }
        if (entity instanceof User user) {
            user.groups().forEach(group -> add(group, policies));
        }
        if (entity instanceof BoundedPrincipal principal && principal.permissionsBoundary() != null) {
            boundary = named(principal.permissionsBoundary());
        }
        return new PolicySource(entity, policies, boundary);
    }

    /** The user, group or role with this ARN. */
    static Entity entity(AccountIdentities account, String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        String resource = parts.length == ARN_PARTS ? parts[ARN_PARTS - 1] : "";
        String kind = resource.indexOf('/') < 0 ? "" : resource.substring(0, resource.indexOf('/'));
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        Entity found =
                switch (parts.length == ARN_PARTS && parts[2].equals("iam") ? kind : "") {
                    case "user" -> account.users().get(name);
                    case "group" -> account.groups().get(name);
                    case "role" -> account.roles().get(name);
                    default ->
                        throw IamErrors.invalidInput(
                                "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
                };
        if (found == null || !found.arn().equals(arn)) {
            throw IamErrors.notFound(kind, name);
        }
        return found;
    }

    private static void add(PolicyHolder holder, List<NamedPolicy> into) {
        String prefix = kind(holder) + "_" + holder.name() + "_";
        holder.policies().inline().forEach((name, document) -> into.add(new NamedPolicy(prefix + name, document)));
        for (ManagedPolicy policy : holder.policies().managed()) {
            into.add(named(policy));
        }
    }

    private static String kind(PolicyHolder holder) {
        return holder instanceof User ? "user" : holder instanceof Group ? "group" : "role";
    }

    private static NamedPolicy named(ManagedPolicy policy) {
        return new NamedPolicy(policy.name(), policy.defaultVersion().document());
    }
}

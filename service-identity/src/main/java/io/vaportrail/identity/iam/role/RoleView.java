package io.vaportrail.identity.iam.role;

import io.vaportrail.identity.iam.Documents;
import io.vaportrail.identity.iam.Tags;
import io.vaportrail.identity.iam.policy.PolicyView;
import io.vaportrail.identity.store.Role;
import io.vaportrail.model.iam.RoleLastUsed;

/** Roles as answers show them. */
public final class RoleView {
    private RoleView() {}

    private static io.vaportrail.model.iam.Role.Builder named(Role role) {
        return io.vaportrail.model.iam.Role.builder()
                .path(role.path())
                .roleName(role.name())
                .roleId(role.id())
                .arn(role.arn())
                .createDate(role.createDate())
                .assumeRolePolicyDocument(Documents.encoded(role.trustPolicy()));
    }

    /** As the answer to its creation shows a role: without description and duration. */
    static io.vaportrail.model.iam.Role created(Role role) {
        return named(role)
                .permissionsBoundary(PolicyView.boundary(role.permissionsBoundary()))
                .tags(Tags.view(role))
                .build();
    }

    /** As lists show a role: without boundary, tags and last use. */
    static io.vaportrail.model.iam.Role listed(Role role) {
        return named(role)
                .description(role.description())
                .maxSessionDuration(role.maxSessionDuration())
                .build();
    }

    /** As an instance profile shows its role. */
    public static io.vaportrail.model.iam.Role inProfile(Role role) {
        return named(role).build();
    }

    /** As GetRole shows a role. */
    static io.vaportrail.model.iam.Role full(Role role) {
        return named(role)
                .description(role.description())
                .maxSessionDuration(role.maxSessionDuration())
                .permissionsBoundary(PolicyView.boundary(role.permissionsBoundary()))
                .tags(Tags.view(role))
                .roleLastUsed(lastUsed(role))
                .build();
    }

    /** When a role was last used; empty when it never was. */
    public static RoleLastUsed lastUsed(Role role) {
        RoleLastUsed.Builder view = RoleLastUsed.builder();
        Role.LastUse use = role.lastUse();
        if (use != null) {
            view.lastUsedDate(use.date()).region(use.region());
        }
        return view.build();
    }
}

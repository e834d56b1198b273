package io.vaportrail.identity.sts.session;

import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.SessionCredentials;
import org.jspecify.annotations.Nullable;

/**
 * A role session that is to begin.
 *
 * @param role the role
 * @param name the session's name
 * @param seconds how long it lasts
 * @param grant what it is narrowed to and tagged with
 * @param multiFactor whether it begins with a second factor
 * @param sourceIdentity who is behind it, or {@code null}
 */
public record RoleSession(
        Role role,
        String name,
        int seconds,
        SessionCredentials.Grant grant,
        boolean multiFactor,
        @Nullable String sourceIdentity) {

    /** For example {@code AROA…:deploy}. */
    public String assumedRoleId() {
        return role.id() + ":" + name;
    }

    /** For example {@code arn:aws:sts::111122223333:assumed-role/Deployer/deploy}; paths are not part of it. */
    public String arn() {
        return "arn:aws:sts::" + role.accountId() + ":assumed-role/" + role.name() + "/" + name;
    }
}

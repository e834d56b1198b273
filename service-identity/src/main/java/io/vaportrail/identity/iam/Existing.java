package io.vaportrail.identity.iam;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Group;
import io.vaportrail.identity.store.InstanceProfile;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.User;
import org.jspecify.annotations.Nullable;

/** Finds what a call names; what does not exist is answered with NoSuchEntity. */
public final class Existing {
    private Existing() {}

    /** The user of this name. */
    public static User user(AccountIdentities account, String name) {
        User user = account.users().get(name);
        if (user == null) {
            throw IamErrors.notFound("user", name);
        }
        return user;
    }

    /** The user of this name, the caller itself where none is given. */
    public static User userOrCaller(AccountIdentities account, @Nullable String name, Call call) {
        if (name != null) {
            return user(account, name);
        }
        Caller caller = call.caller();
        String own = caller.type() == Caller.Type.IAM_USER ? caller.userName() : null;
        if (own == null) {
            throw IamErrors.validation("Must specify userName when calling with non-User credentials");
        }
        return user(account, own);
    }

    /** The group of this name. */
    public static Group group(AccountIdentities account, String name) {
        Group group = account.groups().get(name);
        if (group == null) {
            throw IamErrors.notFound("group", name);
        }
        return group;
    }

    /** The role of this name. */
    public static Role role(AccountIdentities account, String name) {
        Role role = account.roles().get(name);
        if (role == null) {
            throw IamErrors.notFound("role", name);
        }
        return role;
    }

    /** The role of this name, unless it is linked to a service. */
    public static Role changeableRole(AccountIdentities account, String name) {
        Role role = role(account, name);
        if (role.serviceName() != null) {
            throw IamErrors.unmodifiable("Cannot perform the operation on the protected role '" + role.name()
                    + "' - this role is only modifiable by AWS");
        }
        return role;
    }

    /** The instance profile of this name. */
    public static InstanceProfile instanceProfile(AccountIdentities account, String name) {
        InstanceProfile profile = account.instanceProfiles().get(name);
        if (profile == null) {
            throw IamErrors.noSuchEntity("Instance Profile " + name + " cannot be found.");
        }
        return profile;
    }
}

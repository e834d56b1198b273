package io.vaportrail.identity.store;

import java.time.Instant;

/** A group of users. Its members are those users whose {@link User#groups} name it. */
public final class Group extends Entity implements PolicyHolder {
    private final AttachedPolicies policies = new AttachedPolicies();

    /** A group without members and policies; its id begins with {@code AGPA}. */
    public Group(String accountId, EntityName name, String id, Instant createDate) {
        super(accountId, "group", name, id, createDate);
    }

    @Override
    public AttachedPolicies policies() {
        return policies;
    }
}

package io.vaportrail.identity.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instance profile. */
public final class InstanceProfile extends Entity {
    private volatile @Nullable Role role;

    /** A profile without a role; its id begins with {@code AIPA}. */
    public InstanceProfile(String accountId, EntityName name, String id, Instant createDate) {
        super(accountId, "instance-profile", name, id, createDate);
    }

    /** Its role, or {@code null}. */
    public @Nullable Role role() {
        return role;
    }

    /** Puts a role in, or takes it out. */
    public void role(@Nullable Role changed) {
        this.role = changed;
    }
}

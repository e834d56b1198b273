package io.vaportrail.identity.store;

import org.jspecify.annotations.Nullable;

/** A principal that a permissions boundary can be set for. */
public sealed interface BoundedPrincipal permits User, Role {
    /** The policy that bounds what its policies can allow, or {@code null}. */
    @Nullable ManagedPolicy permissionsBoundary();

    /** Sets the boundary, or takes it away. */
    void permissionsBoundary(@Nullable ManagedPolicy boundary);
}

package io.vaportrail.identity.store;

/** What policies are embedded in and attached to. */
public sealed interface PolicyHolder permits User, Group, Role {
    /** Its friendly name. */
    String name();

    /** Its unique id. */
    String id();

    /** Its path. */
    String path();

    /** Its identity-based policies. */
    AttachedPolicies policies();
}

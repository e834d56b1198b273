package io.vaportrail.core.policy;

/**
 * What a policy is attached to; it decides which elements a document must and must not have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types">Policy types</a>
 */
public enum PolicyKind {
    /** Written into a user, group or role: names resources, no principals. */
    IDENTITY(false, true),
    /** A managed policy: as {@link #IDENTITY}, and of the current version of the policy language. */
    MANAGED(false, true),
    /** Handed in when temporary credentials are issued; same elements as {@link #IDENTITY}. */
    SESSION(false, true),
    /** Attached to a queue, bucket, topic or key: names principals and resources. */
    RESOURCE(true, true),
    /** A role's trust policy: names principals; the role itself is the resource. */
    TRUST(true, false);

    private final boolean principals;
    private final boolean resources;

    PolicyKind(boolean principals, boolean resources) {
        this.principals = principals;
        this.resources = resources;
    }

    /** Whether statements must name principals, rather than must not. */
    boolean namesPrincipals() {
        return principals;
    }

    /** Whether statements must name resources, rather than must not. */
    boolean namesResources() {
        return resources;
    }
}

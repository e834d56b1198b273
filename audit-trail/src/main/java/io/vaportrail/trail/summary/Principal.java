package io.vaportrail.trail.summary;

import io.vaportrail.core.identity.Caller;
import org.jspecify.annotations.Nullable;

/** Whose permissions a call took. The sessions of a role are one principal, the role. */
public final class Principal {
    private static final String ANONYMOUS = "anonymous";

    private Principal() {}

    /** The ARN of a user, role, federated user or root; the name of a service; or {@code anonymous}. */
    public static String of(Caller caller) {
        Caller.Issuer role = role(caller);
        if (role != null) {
            return role.arn();
        }
        if (!caller.arn().isEmpty()) {
            return caller.arn();
        }
        return caller.type() == Caller.Type.ANONYMOUS ? ANONYMOUS : caller.principalId();
    }

    /** Whether policies can be attached to the caller, or to its role. */
    public static boolean hasPolicies(Caller caller) {
        return switch (caller.type()) {
            case ROOT, IAM_USER, ASSUMED_ROLE, FEDERATED_USER -> true;
            case AWS_ACCOUNT, AWS_SERVICE, SAML_USER, WEB_IDENTITY_USER, ANONYMOUS -> false;
        };
    }

    /**
     * Whether a caller is meant.
     *
     * @param named the principal, the ARN or name of a single session, or the name of a user or role
     */
    public static boolean isNamed(Caller caller, String named) {
        Caller.Issuer role = role(caller);
        return named.equals(of(caller))
                || named.equals(caller.arn())
                || named.equals(caller.displayName())
                || role != null && named.equals(role.userName());
    }

    private static Caller.@Nullable Issuer role(Caller caller) {
        Caller.Session session = caller.session();
        return caller.type() == Caller.Type.ASSUMED_ROLE && session != null ? session.issuer() : null;
    }
}

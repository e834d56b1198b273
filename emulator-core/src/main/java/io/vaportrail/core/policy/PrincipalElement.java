package io.vaportrail.core.policy;

import java.util.List;

/**
 * The principals that a statement names, or all but those.
 *
 * @param everyone whether it says {@code "*"} rather than listing kinds
 * @param aws account ids, ARNs, unique ids, {@code *}
 * @param services service principals
 * @param federated identity providers
 * @param canonicalUsers canonical user ids of S3; nobody has one here
 * @param inverted whether this is NotPrincipal
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
record PrincipalElement(
        boolean everyone,
        List<String> aws,
        List<String> services,
        List<String> federated,
        List<String> canonicalUsers,
        boolean inverted) {

    /** How closely a statement names a principal; the later the closer. */
    enum Match {
        /** Not at all. */
        NONE,
        /** By its account, which may then pass the permission on. */
        ACCOUNT,
        /** By the role that it is a session of, or a role or federated session by {@code *}. */
        ROLE,
        /** Itself. */
        DIRECT
    }

    Match match(Principal principal, Statement.Effect effect) {
        Match listed = listed(principal);
        if (!inverted) {
            return listed;
        }
        if (effect == Statement.Effect.DENY) {
            return fullyListed(principal) ? Match.NONE : Match.DIRECT;
        }
        return listed == Match.NONE ? forEveryone(principal) : Match.NONE;
    }

    private Match listed(Principal principal) {
        if (everyone || aws.contains("*")) {
            return forEveryone(principal);
        }
        return switch (principal.kind()) {
            case SERVICE -> services.contains(principal.arn()) ? Match.DIRECT : Match.NONE;
            case FEDERATED -> federated.contains(principal.arn()) ? Match.DIRECT : Match.NONE;
            case ANONYMOUS -> Match.NONE;
            case ACCOUNT -> namesAccount(principal) ? Match.DIRECT : Match.NONE;
            case USER, ASSUMED_ROLE, FEDERATED_USER -> named(principal);
        };
    }

    private Match named(Principal principal) {
        if (aws.contains(principal.arn()) || aws.contains(principal.id())) {
            return isRoleItself(principal) ? Match.ROLE : Match.DIRECT;
        }
        String roleArn = principal.roleArn();
        if (roleArn != null && (aws.contains(roleArn) || aws.contains(roleId(principal)))) {
            return Match.ROLE;
        }
        return namesAccount(principal) ? Match.ACCOUNT : Match.NONE;
    }

    private static boolean isRoleItself(Principal principal) {
        return principal.kind() == Principal.Kind.ASSUMED_ROLE
                && principal.arn().equals(principal.roleArn());
    }

    private static String roleId(Principal principal) {
        int colon = principal.id().indexOf(':');
        return colon < 0 ? principal.id() : principal.id().substring(0, colon);
    }

    private boolean namesAccount(Principal principal) {
        return aws.contains(principal.accountId()) || aws.contains(Principal.rootArn(principal.accountId()));
    }

    private static Match forEveryone(Principal principal) {
        return switch (principal.kind()) {
            case ASSUMED_ROLE, FEDERATED_USER -> Match.ROLE;
            default -> Match.DIRECT;
        };
    }

    /** NotPrincipal spares somebody only if account, role and session, as far as there are any, are all named. */
    private boolean fullyListed(Principal principal) {
        if (everyone || aws.contains("*")) {
            return true;
        }
        return switch (principal.kind()) {
            case USER, FEDERATED_USER -> aws.contains(principal.arn()) && namesAccount(principal);
            case ASSUMED_ROLE ->
                aws.contains(principal.arn())
                        && (principal.roleArn() == null || aws.contains(principal.roleArn()))
                        && namesAccount(principal);
            default -> listed(principal) != Match.NONE;
        };
    }
}

package io.vaportrail.core.policy;

import io.vaportrail.core.policy.Decision.Outcome;
import io.vaportrail.core.policy.Decision.PolicyType;
import io.vaportrail.core.policy.Decision.Reason;
import io.vaportrail.core.policy.PrincipalElement.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether policies let a request pass. An explicit denial anywhere wins. Within an account the principal's policies or the
 * resource's must allow, between accounts both must; a permissions boundary and session policies must allow too, except what the
 * resource's policy grants to the user or session itself.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 */
public final class PolicyEvaluator {
    private PolicyEvaluator() {}

    /**
     * Decides by all policies.
     *
     * @param policies those of the principal
     * @param resourcePolicy that of the resource (of a role: its trust policy), or {@code null} when it has none
     * @param resourceAccount the account that owns the resource; the principal's own where there is none
     */
    public static Decision evaluate(
            AccessRequest request,
            PrincipalPolicies policies,
            @Nullable PolicyDocument resourcePolicy,
            String resourceAccount) {
        Principal principal = request.principal();
        if (principal.kind() == Principal.Kind.SERVICE
                || principal.kind() == Principal.Kind.ANONYMOUS
                || principal.kind() == Principal.Kind.FEDERATED) {
            return resourcePolicy == null
                    ? implicitDeny(PolicyType.RESOURCE)
                    : evaluateResource(request, resourcePolicy);
        }
        Grant granted = resourcePolicy == null ? Grant.NONE : grantOf(request, resourcePolicy);
        Reason denial = denial(request, policies, granted);
        if (denial != null) {
            return new Decision(Outcome.EXPLICIT_DENY, denial);
        }
        boolean sameAccount = resourceAccount.isEmpty() || resourceAccount.equals(principal.accountId());
        boolean mustGrant = !sameAccount || (resourcePolicy != null && decidesAlone(resourcePolicy, request));
        if (mustGrant && granted.match() == Match.NONE) {
            return implicitDeny(resourcePolicy == null ? PolicyType.RESOURCE : typeOf(resourcePolicy));
        }
        if (sameAccount && granted.match() == Match.DIRECT) {
            return new Decision(Outcome.ALLOW, granted.reason());
        }
        return byPrincipal(request, policies, sameAccount && granted.match() == Match.ROLE ? granted : Grant.NONE);
    }

    /** Decides by a resource or trust policy alone: for service principals, and for trust where nothing else is enforced. */
    public static Decision evaluateResource(AccessRequest request, PolicyDocument resourcePolicy) {
        Grant grant = grantOf(request, resourcePolicy);
        if (grant.denial() != null) {
            return new Decision(Outcome.EXPLICIT_DENY, grant.denial());
        }
        return grant.match() == Match.NONE
                ? implicitDeny(typeOf(resourcePolicy))
                : new Decision(Outcome.ALLOW, grant.reason());
    }

    /** What is left to the principal's own policies, the resource's having allowed nothing or what they may still narrow. */
    private static Decision byPrincipal(AccessRequest request, PrincipalPolicies policies, Grant granted) {
        Reason allowing = granted.match() == Match.NONE ? null : granted.reason();
        if (allowing == null && policies.administrator()) {
            allowing = new Reason(PolicyType.IDENTITY, null, null);
        }
        if (allowing == null) {
            allowing = find(request, policies.identity(), Statement.Effect.ALLOW, PolicyType.IDENTITY);
        }
        if (allowing == null) {
            return implicitDeny(PolicyType.IDENTITY);
        }
        NamedPolicy boundary = policies.boundary();
        if (boundary != null && find(request, List.of(boundary), Statement.Effect.ALLOW, PolicyType.BOUNDARY) == null) {
            return implicitDeny(PolicyType.BOUNDARY);
        }
        if (!policies.session().isEmpty()
                && find(request, policies.session(), Statement.Effect.ALLOW, PolicyType.SESSION) == null) {
            return implicitDeny(PolicyType.SESSION);
        }
        return new Decision(Outcome.ALLOW, allowing);
    }

    private static @Nullable Reason denial(AccessRequest request, PrincipalPolicies policies, Grant granted) {
        if (granted.denial() != null) {
            return granted.denial();
        }
        Reason found = policies.administrator()
                ? null
                : find(request, policies.identity(), Statement.Effect.DENY, PolicyType.IDENTITY);
        NamedPolicy boundary = policies.boundary();
        if (found == null && boundary != null) {
            found = find(request, List.of(boundary), Statement.Effect.DENY, PolicyType.BOUNDARY);
        }
        return found != null ? found : find(request, policies.session(), Statement.Effect.DENY, PolicyType.SESSION);
    }

    private static @Nullable Reason find(
            AccessRequest request, List<NamedPolicy> policies, Statement.Effect effect, PolicyType type) {
        for (NamedPolicy policy : policies) {
            for (Statement statement : policy.document().statements()) {
                if (statement.effect() == effect && statement.matches(request)) {
                    return new Reason(type, policy.id(), statement);
                }
            }
        }
        return null;
    }

    /** Role trust and key policies are the one way in: without their consent the account's own policies do not count. */
    private static boolean decidesAlone(PolicyDocument resourcePolicy, AccessRequest request) {
        return resourcePolicy.kind() == PolicyKind.TRUST || request.action().startsWith("kms:");
    }

    private static PolicyType typeOf(PolicyDocument resourcePolicy) {
        return resourcePolicy.kind() == PolicyKind.TRUST ? PolicyType.TRUST : PolicyType.RESOURCE;
    }

    private static Decision implicitDeny(PolicyType missing) {
        return new Decision(Outcome.IMPLICIT_DENY, new Reason(missing, null, null));
    }

    /** What a resource's policy says: how closely it names the principal where it allows, and what denies. */
    private record Grant(
            Match match, Reason reason, @Nullable Reason denial) {
        static final Grant NONE = new Grant(Match.NONE, new Reason(PolicyType.RESOURCE, null, null), null);
    }

    private static Grant grantOf(AccessRequest request, PolicyDocument policy) {
        PolicyType type = typeOf(policy);
        Match closest = Match.NONE;
        Reason reason = Grant.NONE.reason();
        for (Statement statement : policy.statements()) {
            PrincipalElement principals = statement.principals();
            Match match = principals == null ? Match.NONE : principals.match(request.principal(), statement.effect());
            if (match == Match.NONE || !statement.matches(request)) {
                continue;
            }
            if (statement.effect() == Statement.Effect.DENY) {
                return new Grant(Match.NONE, reason, new Reason(type, null, statement));
            }
            if (match.compareTo(closest) > 0) {
                closest = match;
                reason = new Reason(type, null, statement);
            }
        }
        return new Grant(closest, reason, null);
    }
}

package io.vaportrail.core.service;

import io.vaportrail.core.policy.AccessRequest;
import io.vaportrail.core.policy.Decision;
import io.vaportrail.core.policy.Decision.Outcome;
import io.vaportrail.core.policy.Decision.PolicyType;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.ResourceArns;
import io.vaportrail.core.policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What policies denied, and the pieces that AWS's sentence about it is made of. Each service puts them together in its own way
 * ({@link DenialWording}).
 *
 * @param request who wanted what
 * @param decision what was decided, and by what
 * @param owner the account that the resource belongs to
 * @param accountId the account that the call works in
 * @param region the region that the call works in
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error messages</a>
 */
public record Denial(AccessRequest request, Decision decision, String owner, String accountId, String region) {
    /** The action, for example {@code sqs:SendMessage}. */
    public String action() {
        return request.action();
    }

    /** The ARN of the resource, or what the service calls the resource of an action that has none of its own. */
    public @Nullable String resourceOr(@Nullable String everything) {
        return request.resource().equals(ResourceArns.ANY) ? everything : request.resource();
    }

    /** Whether the resource belongs to another account than the caller, or the caller to none. */
    public boolean isForeign() {
        Principal principal = request.principal();
        return !owner.equals(principal.accountId())
                || principal.kind() == Principal.Kind.SERVICE
                || principal.kind() == Principal.Kind.ANONYMOUS;
    }

    /** For example {@code User: … is not authorized to perform: … on resource: …}. */
    public String refusal(String action, @Nullable String resource) {
        return "User: " + who() + " is not authorized to perform: " + action
                + (resource == null ? "" : " on resource: " + resource);
    }

    /** The same with {@code because no identity-based policy allows the … action}, or which denial is explicit. */
    public String sentence(String action, @Nullable String resource) {
        String reason = isExplicit()
                ? explicitly()
                : " because no " + decision.reason().type().words() + " allows the " + action + " action";
        return refusal(action, resource) + reason;
    }

    /** Whether a policy says no, rather than none yes. */
    public boolean isExplicit() {
        return decision.outcome() == Outcome.EXPLICIT_DENY;
    }

    /** For example {@code with an explicit deny in a resource-based policy}. */
    private String explicitly() {
        PolicyType type = decision.reason().type();
        return " with an explicit deny in " + article(type) + type.words();
    }

    private static String article(PolicyType type) {
        return switch (type) {
            case IDENTITY -> "an ";
            case TRUST -> "the ";
            case RESOURCE, BOUNDARY, SESSION -> "a ";
        };
    }

    private String who() {
        return request.principal().kind() == Principal.Kind.ANONYMOUS
                ? "anonymous"
                : request.principal().arn();
    }

    /** What decided, for the log: the statement, where there is one. */
    public String decidedBy() {
        Decision.Reason reason = decision.reason();
        Statement statement = reason.statement();
        if (statement == null) {
            return "no " + reason.type().words() + " allows it";
        }
        String sid = statement.sid() == null || statement.sid().isEmpty() ? "" : " (" + statement.sid() + ")";
        return "statement " + statement.index() + sid + " of the "
                + reason.type().words() + (reason.policyId() == null ? "" : " " + reason.policyId());
    }
}

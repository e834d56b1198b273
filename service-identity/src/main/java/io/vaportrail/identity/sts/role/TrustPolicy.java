package io.vaportrail.identity.sts.role;

import io.vaportrail.core.policy.AccessRequest;
import io.vaportrail.core.policy.PolicyDocument;
import io.vaportrail.core.policy.PolicyEvaluator;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.sts.session.SessionTags;
import org.jspecify.annotations.Nullable;

/**
 * What a role's trust policy says of somebody who wants to assume it. Nobody but it is asked here: whether the caller's own policies
 * allow the call has been decided before, where policies are enforced.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required">Permissions
 *     for session tags</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html">Source identity</a>
 */
public final class TrustPolicy {
    /** To tag a session, or to hand tags on to it. */
    public static final String TAG_SESSION = "sts:TagSession";

    /** To set or hand on a source identity. */
    public static final String SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";

    /** To hand on contexts that a provider vouches for. */
    public static final String SET_CONTEXT = "sts:SetContext";

    private final Role role;
    private final PolicyDocument document;

    private TrustPolicy(Role role, PolicyDocument document) {
        this.role = role;
        this.document = document;
    }

    /** The trust policy of a role. */
    public static TrustPolicy of(Role role) {
        return new TrustPolicy(role, role.trustPolicy());
    }

    /**
     * The first action that is not allowed, or {@code null} when all are.
     *
     * @param action how the role is assumed, for example {@code sts:AssumeRole}
     */
    public @Nullable String firstDenied(
            String action,
            Principal principal,
            RequestContext context,
            SessionTags tags,
            @Nullable String sourceIdentity) {
        if (!allows(action, principal, context)) {
            return action;
        }
        if (!tags.isEmpty() && !allows(TAG_SESSION, principal, context)) {
            return TAG_SESSION;
        }
        if (sourceIdentity != null && !allows(SET_SOURCE_IDENTITY, principal, context)) {
            return SET_SOURCE_IDENTITY;
        }
        return null;
    }

    /** Whether it allows the action. */
    public boolean allows(String action, Principal principal, RequestContext context) {
        return PolicyEvaluator.evaluateResource(new AccessRequest(principal, action, role.arn(), context), document)
                .allowed();
    }
}

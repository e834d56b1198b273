package io.vaportrail.identity.sts.role;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.core.service.Call;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.sts.session.SessionTags;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys that trust policies can ask for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">IAM and STS condition
 *     keys</a>
 */
public final class TrustContext {
    private final RequestContext.Builder keys = RequestContext.builder();

    /** The keys that every request has. */
    public TrustContext(Call call, Role role, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        boolean outside = call.origin().protocol() != null;
        keys.put("aws:CurrentTime", second.toString())
                .put("aws:EpochTime", Long.toString(second.getEpochSecond()))
                .put("aws:RequestedRegion", call.region())
                .put(
                        "aws:SecureTransport",
                        Boolean.toString(!outside || call.origin().tls() != null))
                .put("aws:SourceIp", outside ? call.origin().sourceIpAddress() : null)
                .put("aws:UserAgent", call.origin().userAgent())
                .put("aws:ResourceAccount", role.accountId());
        role.tags().forEach((key, value) -> {
            keys.put("aws:ResourceTag/" + key, value);
            keys.put("iam:ResourceTag/" + key, value);
        });
    }

    /** A key of its own. */
    public TrustContext put(String key, @Nullable String value) {
        keys.put(key, value);
        return this;
    }

    /** A key with several values. */
    public TrustContext put(String key, java.util.List<String> values) {
        keys.put(key, values);
        return this;
    }

    /** What is known of a caller with credentials. */
    public TrustContext caller(Caller caller, Map<String, String> principalTags, Instant now) {
        Principal principal = Principal.of(caller);
        boolean service = principal.kind() == Principal.Kind.SERVICE;
        keys.put("aws:PrincipalIsAWSService", Boolean.toString(service));
        if (service) {
            keys.put("aws:PrincipalServiceName", principal.arn()).put("aws:SourceAccount", principal.accountId());
            keys.put("aws:SourceArn", caller.sourceArn());
            return this;
        }
        keys.put("aws:PrincipalArn", principal.principalArn())
                .put("aws:PrincipalAccount", principal.accountId())
                .put("aws:PrincipalType", principal.kind().conditionValue())
                .put("aws:userid", principal.id())
                .put("aws:username", principal.name())
                .put("aws:ViaAWSService", Boolean.toString(caller.invokedBy() != null));
        principalTags.forEach((key, value) -> keys.put("aws:PrincipalTag/" + key, value));
        Caller.Session session = caller.session();
        if (session != null) {
            keys.put("aws:TokenIssueTime", session.creationDate().toString())
                    .put("aws:SourceIdentity", session.sourceIdentity())
                    .put("aws:MultiFactorAuthPresent", Boolean.toString(session.mfaAuthenticated()));
            if (session.mfaAuthenticated()) {
                long age = ChronoUnit.SECONDS.between(session.creationDate(), now);
                keys.put("aws:MultiFactorAuthAge", Long.toString(age));
            }
        }
        return this;
    }

    /** A second factor that came with the call. */
    public TrustContext multiFactor() {
        keys.put("aws:MultiFactorAuthPresent", "true").put("aws:MultiFactorAuthAge", "0");
        return this;
    }

    /** The session that is asked for. */
    public TrustContext session(String name, int seconds, SessionTags tags, @Nullable String sourceIdentity) {
        keys.put("sts:RoleSessionName", name)
                .put("sts:DurationSeconds", Integer.toString(seconds))
                .put("sts:SourceIdentity", sourceIdentity);
        Map<String, String> all = tags.all();
        if (!all.isEmpty()) {
            keys.put("aws:TagKeys", new ArrayList<>(all.keySet()));
            all.forEach((key, value) -> keys.put("aws:RequestTag/" + key, value));
        }
        if (!tags.transitiveKeys().isEmpty()) {
            keys.put("sts:TransitiveTagKeys", new ArrayList<>(tags.transitiveKeys()));
        }
        return this;
    }

    /** The context. */
    public RequestContext build() {
        return keys.build();
    }
}

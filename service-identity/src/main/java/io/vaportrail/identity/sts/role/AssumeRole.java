package io.vaportrail.identity.sts.role;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.PolicyDirectory;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.SessionCredentials;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.session.CredentialIssuer;
import io.vaportrail.identity.sts.session.MultiFactor;
import io.vaportrail.identity.sts.session.RoleSession;
import io.vaportrail.identity.sts.session.SessionPolicies;
import io.vaportrail.identity.sts.session.SessionTags;
import io.vaportrail.identity.sts.session.SourceIdentity;
import io.vaportrail.model.sts.AssumeRoleRequest;
import io.vaportrail.model.sts.AssumeRoleResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AssumeRole: temporary credentials for a role whose trust policy lets the caller assume it.
 *
 * <p>AWS lets no root assume a role. Here a root may unless the rules are strict: the keys that emulators are usually called with are a
 * root's.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public final class AssumeRole implements Handler<AssumeRoleRequest, AssumeRoleResponse> {
    private static final String ACTION = "sts:AssumeRole";

    private final Accounts accounts;
    private final PolicyDirectory directory;
    private final CredentialIssuer issuer;
    private final SessionPolicies policies;
    private final EmulatorClock clock;
    private final MultiFactor multiFactors;
    private final boolean strict;

    /** The operation. */
    public AssumeRole(
            Accounts accounts,
            PolicyDirectory directory,
            CredentialIssuer issuer,
            SessionPolicies policies,
            EmulatorClock clock,
            boolean strict) {
        this.accounts = accounts;
        this.directory = directory;
        this.issuer = issuer;
        this.policies = policies;
        this.clock = clock;
        this.multiFactors = new MultiFactor(accounts, clock);
        this.strict = strict;
    }

    @Override
    public AssumeRoleResponse handle(AssumeRoleRequest input, Call call) {
        Caller caller = call.caller();
        Role role = RoleArns.find(accounts, input.roleArn());
        SessionCredentials.Grant calling = grantOf(caller);
        SessionTags tags = SessionTags.of(SessionTags.of(input.tags()), input.transitiveTagKeys(), calling);
        boolean multiFactor = multiFactors.given(caller, input.serialNumber(), input.tokenCode());
        if (strict && caller.type() == Caller.Type.ROOT) {
            throw StsErrors.accessDenied("Roles may not be assumed by root accounts.");
        }
        if (role == null) {
            throw StsErrors.notAuthorized(caller, ACTION, input.roleArn());
        }
        String sourceIdentity = SourceIdentity.of(caller, input.sourceIdentity(), role.arn());
        int seconds = RoleDuration.asked(input.durationSeconds());
        RequestContext context = context(input, call, role, tags, multiFactor, sourceIdentity);
        checkTrust(caller, role, context, tags, sourceIdentity, input.providedContexts() != null);
        RoleDuration.check(seconds, role, caller.session() != null);
        SessionPolicies.Packed packed = policies.pack(role.accountId(), input.policy(), input.policyArns(), tags);
        RoleSession session =
                new RoleSession(role, input.roleSessionName(), seconds, packed.grant(), multiFactor, sourceIdentity);
        record(call, role);
        return answer(session, packed.packedPolicySize());
    }

    private SessionCredentials.@Nullable Grant grantOf(Caller caller) {
        String key = caller.accessKeyId();
        SessionCredentials calling = key == null || caller.session() == null
                ? null
                : accounts.sessions().find(key);
        return calling == null ? null : calling.grant();
    }

    private RequestContext context(
            AssumeRoleRequest input,
            Call call,
            Role role,
            SessionTags tags,
            boolean multiFactor,
            @Nullable String sourceIdentity) {
        Instant now = clock.now();
        Map<String, String> principalTags = directory.principalTags(call.caller());
        TrustContext context = new TrustContext(call, role, now)
                .caller(call.caller(), principalTags, now)
                .session(input.roleSessionName(), RoleDuration.asked(input.durationSeconds()), tags, sourceIdentity)
                .put("sts:ExternalId", input.externalId());
        return (multiFactor ? context.multiFactor() : context).build();
    }

    private static void checkTrust(
            Caller caller,
            Role role,
            RequestContext context,
            SessionTags tags,
            @Nullable String sourceIdentity,
            boolean contexts) {
        TrustPolicy trust = TrustPolicy.of(role);
        Principal principal = Principal.of(caller);
        String denied = trust.firstDenied(ACTION, principal, context, tags, sourceIdentity);
        if (denied == null && contexts && !trust.allows(TrustPolicy.SET_CONTEXT, principal, context)) {
            denied = TrustPolicy.SET_CONTEXT;
        }
        if (denied != null) {
            throw StsErrors.notAuthorized(caller, denied, role.arn());
        }
    }

    /** The role's account gets a record too; a service is an account of its own in that respect. */
    private void record(Call call, Role role) {
        call.audit().resource("AWS::IAM::Role", role.arn());
        if (call.caller().type() == Caller.Type.AWS_SERVICE) {
            call.audit().sharedWith(role.accountId());
        }
    }

    private AssumeRoleResponse answer(RoleSession session, @Nullable Integer packedPolicySize) {
        return AssumeRoleResponse.builder()
                .credentials(issuer.begin(session))
                .assumedRoleUser(AssumedRoleUser.builder()
                        .assumedRoleId(session.assumedRoleId())
                        .arn(session.arn())
                        .build())
                .packedPolicySize(packedPolicySize)
                .sourceIdentity(session.sourceIdentity())
                .build();
    }
}

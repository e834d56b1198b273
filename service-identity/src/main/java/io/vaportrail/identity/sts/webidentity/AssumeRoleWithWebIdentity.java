package io.vaportrail.identity.sts.webidentity;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.role.RoleArns;
import io.vaportrail.identity.sts.role.RoleDuration;
import io.vaportrail.identity.sts.role.TrustContext;
import io.vaportrail.identity.sts.role.TrustPolicy;
import io.vaportrail.identity.sts.session.CredentialIssuer;
import io.vaportrail.identity.sts.session.FederatedIdentity;
import io.vaportrail.identity.sts.session.RoleSession;
import io.vaportrail.identity.sts.session.SessionPolicies;
import io.vaportrail.identity.sts.session.SessionTags;
import io.vaportrail.model.sts.AssumeRoleWithWebIdentityRequest;
import io.vaportrail.model.sts.AssumeRoleWithWebIdentityResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * AssumeRoleWithWebIdentity: temporary credentials for somebody with a token of an identity provider. Access tokens of the providers
 * that have some ({@code ProviderId}) cannot be redeemed: they mean nothing without the provider.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AssumeRoleWithWebIdentity</a>
 */
public final class AssumeRoleWithWebIdentity
        implements Handler<AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse> {
    private static final String ACTION = "sts:AssumeRoleWithWebIdentity";

    /** <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif">Keys</a> of GitHub's tokens beside those of all. */
    private static final Set<String> GITHUB_KEYS = Set.of(
            "actor",
            "actor_id",
            "enterprise_id",
            "environment",
            "job_workflow_ref",
            "ref",
            "repository",
            "repository_id",
            "workflow");

    private static final String GITHUB = "token.actions.githubusercontent.com";

    private final Accounts accounts;
    private final CredentialIssuer issuer;
    private final SessionPolicies policies;
    private final EmulatorClock clock;

    /** The operation. */
    public AssumeRoleWithWebIdentity(
            Accounts accounts, CredentialIssuer issuer, SessionPolicies policies, EmulatorClock clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public AssumeRoleWithWebIdentityResponse handle(AssumeRoleWithWebIdentityRequest input, Call call) {
        String accountId = RoleArns.check(input.roleArn())[4];
        WebIdentityToken token = WebIdentityToken.read(input.webIdentityToken());
        TokenProvider provider = TokenProvider.of(token, accounts.peek(accountId), accountId);
        call.audit().identity(identityOf(token, provider, accountId));
        checkTime(token);
        Role role = RoleArns.find(accounts, input.roleArn());
        SessionTags tags = SessionTags.of(token.principalTags(), token.transitiveTagKeys(), null);
        FederatedIdentity.describe(call, tags, token.sourceIdentity());
        int seconds = RoleDuration.asked(input.durationSeconds());
        TrustContext context = role == null ? null : context(call, role, token, provider);
        if (role == null
                || context == null
                || TrustPolicy.of(role)
                                .firstDenied(
                                        ACTION,
                                        Principal.federated(provider.principal(), accountId, token.subject()),
                                        context.session(input.roleSessionName(), seconds, tags, token.sourceIdentity())
                                                .build(),
                                        tags,
                                        token.sourceIdentity())
                        != null) {
            throw StsErrors.notAuthorized(ACTION);
        }
        RoleDuration.check(seconds, role, false);
        SessionPolicies.Packed packed = policies.pack(accountId, input.policy(), input.policyArns(), tags);
        RoleSession session =
                new RoleSession(role, input.roleSessionName(), seconds, packed.grant(), false, token.sourceIdentity());
        call.audit().resource("AWS::IAM::Role", role.arn());
        return answer(session, token, provider, packed.packedPolicySize());
    }

    /** As records of real tokens show it: provider, audience and subject together are the principal. */
    private static Caller identityOf(WebIdentityToken token, TokenProvider provider, String accountId) {
        return new Caller(
                Caller.Type.WEB_IDENTITY_USER,
                accountId,
                provider.principal() + ":" + token.audience() + ":" + token.subject(),
                provider.principal(),
                token.subject(),
                null,
                null,
                null);
    }

    private void checkTime(WebIdentityToken token) {
        long now = Math.floorDiv(clock.millis(), 1000L);
        if (now >= token.expiration()) {
            throw StsErrors.expiredToken("Token expired: current date/time " + now
                    + " must be before the expiration date/time" + token.expiration());
        }
        Long notBefore = token.notBefore();
        if (notBefore != null && now < notBefore) {
            throw StsErrors.invalidIdentityToken("Token not yet valid: current date/time " + now
                    + " must not be before the not-before date/time " + notBefore);
        }
    }

    private TrustContext context(Call call, Role role, WebIdentityToken token, TokenProvider provider) {
        Instant now = clock.now();
        String prefix = provider.keyPrefix() + ":";
        TrustContext context = new TrustContext(call, role, now)
                .put("aws:FederatedProvider", provider.principal())
                .put(prefix + "sub", token.subject())
                .put(prefix + "aud", token.audience())
                .put(prefix + "oaud", token.audiences().get(0));
        if (token.claims().containsKey("amr")) {
            context.put(prefix + "amr", WebIdentityToken.texts(token.claims().get("amr")));
        }
        if (provider.keyPrefix().equals(GITHUB)) {
            for (String key : GITHUB_KEYS) {
                Object claim = token.claims().get(key);
                context.put(prefix + key, claim == null ? null : claim.toString());
            }
        }
        return context;
    }

    private AssumeRoleWithWebIdentityResponse answer(
            RoleSession session, WebIdentityToken token, TokenProvider provider, @Nullable Integer packedPolicySize) {
        return AssumeRoleWithWebIdentityResponse.builder()
                .credentials(issuer.begin(session))
                .subjectFromWebIdentityToken(token.subject())
                .assumedRoleUser(AssumedRoleUser.builder()
                        .assumedRoleId(session.assumedRoleId())
                        .arn(session.arn())
                        .build())
                .packedPolicySize(packedPolicySize)
                .provider(provider.principal())
                .audience(token.audience())
                .sourceIdentity(session.sourceIdentity())
                .build();
    }
}

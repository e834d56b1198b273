package io.vaportrail.identity.sts.saml;

import io.vaportrail.core.policy.Principal;
import io.vaportrail.core.policy.RequestContext;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.identity.store.AccountIdentities;
import io.vaportrail.identity.store.Accounts;
import io.vaportrail.identity.store.Role;
import io.vaportrail.identity.store.SamlProvider;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.identity.sts.role.RoleArns;
import io.vaportrail.identity.sts.role.RoleDuration;
import io.vaportrail.identity.sts.role.TrustContext;
import io.vaportrail.identity.sts.role.TrustPolicy;
import io.vaportrail.identity.sts.session.CredentialIssuer;
import io.vaportrail.identity.sts.session.FederatedIdentity;
import io.vaportrail.identity.sts.session.RoleSession;
import io.vaportrail.identity.sts.session.SessionPolicies;
import io.vaportrail.model.sts.AssumeRoleWithSAMLRequest;
import io.vaportrail.model.sts.AssumeRoleWithSAMLResponse;
import io.vaportrail.model.sts.AssumedRoleUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * AssumeRoleWithSAML: temporary credentials for somebody with a SAML assertion.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html">AssumeRoleWithSAML</a>
 */
public final class AssumeRoleWithSaml implements Handler<AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse> {
    private static final String ACTION = "sts:AssumeRoleWithSAML";

    private final Accounts accounts;
    private final CredentialIssuer issuer;
    private final SessionPolicies policies;
    private final EmulatorClock clock;

    /** The operation. */
    public AssumeRoleWithSaml(
            Accounts accounts, CredentialIssuer issuer, SessionPolicies policies, EmulatorClock clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public AssumeRoleWithSAMLResponse handle(AssumeRoleWithSAMLRequest input, Call call) {
        RoleArns.check(input.roleArn());
        SamlProvider provider = provider(input.principalArn());
        SamlAssertion assertion = SamlAssertion.read(input.samlAssertion());
        String providerAccount = RoleArns.check(provider.arn())[4];
        SamlSubject subject = SamlSubject.of(assertion, provider, providerAccount);
        call.audit().identity(subject.identity());
        AssertionChecks.check(assertion, provider, clock.now());
        SamlRequest request = SamlRequest.of(assertion, input, clock.now());
        call.audit().requestParameter("sAMLAssertionID", assertion.id());
        call.audit().requestParameter("roleSessionName", request.sessionName());
        FederatedIdentity.describe(call, request.tags(), request.sourceIdentity());
        Role role = trusting(input, call, assertion, subject, request);
        RoleDuration.check(request.seconds(), role, false);
        SessionPolicies.Packed packed =
                policies.pack(role.accountId(), input.policy(), input.policyArns(), request.tags());
        RoleSession session = new RoleSession(
                role, request.sessionName(), request.seconds(), packed.grant(), false, request.sourceIdentity());
        call.audit().resource("AWS::IAM::Role", role.arn());
        call.audit().resource("AWS::IAM::SAMLProvider", provider.arn());
        return answer(session, assertion, subject, packed.packedPolicySize());
    }

    private SamlProvider provider(String arn) {
        AccountIdentities account = accounts.peek(RoleArns.check(arn)[4]);
        SamlProvider provider = account == null ? null : account.samlProviders().get(arn);
        if (provider == null) {
            throw StsErrors.invalidIdentityToken("Specified provider doesn't exist");
        }
        return provider;
    }

    /** The role, if it is there and trusts the provider. */
    private Role trusting(
            AssumeRoleWithSAMLRequest input,
            Call call,
            SamlAssertion assertion,
            SamlSubject subject,
            SamlRequest request) {
        Role role = RoleArns.find(accounts, input.roleArn());
        if (role == null) {
            throw StsErrors.notAuthorized(ACTION);
        }
        Principal principal = Principal.federated(input.principalArn(), role.accountId(), subject.principalId());
        RequestContext context = context(call, role, assertion, subject, request);
        String denied =
                TrustPolicy.of(role).firstDenied(ACTION, principal, context, request.tags(), request.sourceIdentity());
        if (denied != null) {
            throw StsErrors.notAuthorized(ACTION);
        }
        return role;
    }

    private RequestContext context(
            Call call, Role role, SamlAssertion assertion, SamlSubject subject, SamlRequest request) {
        Instant now = clock.now();
        return new TrustContext(call, role, now)
                .put("aws:FederatedProvider", subject.provider().arn())
                .put("saml:aud", assertion.recipient())
                .put("saml:iss", assertion.issuer())
                .put("saml:sub", assertion.subject())
                .put("saml:sub_type", assertion.subjectType())
                .put("saml:namequalifier", subject.nameQualifier())
                .put("saml:doc", subject.accountId() + "/" + subject.provider().name())
                .session(request.sessionName(), request.seconds(), request.tags(), request.sourceIdentity())
                .build();
    }

    private AssumeRoleWithSAMLResponse answer(
            RoleSession session, SamlAssertion assertion, SamlSubject subject, @Nullable Integer packedPolicySize) {
        return AssumeRoleWithSAMLResponse.builder()
                .credentials(issuer.begin(session))
                .assumedRoleUser(AssumedRoleUser.builder()
                        .assumedRoleId(session.assumedRoleId())
                        .arn(session.arn())
                        .build())
                .packedPolicySize(packedPolicySize)
                .subject(assertion.subject())
                .subjectType(assertion.subjectType())
                .issuer(assertion.issuer())
                .audience(assertion.recipient())
                .nameQualifier(subject.nameQualifier())
                .sourceIdentity(session.sourceIdentity())
                .build();
    }
}

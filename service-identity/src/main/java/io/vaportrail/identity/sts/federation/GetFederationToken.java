package io.vaportrail.identity.sts.federation;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.identity.sts.session.CredentialIssuer;
import io.vaportrail.identity.sts.session.SessionPolicies;
import io.vaportrail.identity.sts.session.SessionTags;
import io.vaportrail.model.sts.FederatedUser;
import io.vaportrail.model.sts.GetFederationTokenRequest;
import io.vaportrail.model.sts.GetFederationTokenResponse;
import java.util.Objects;

/**
 * GetFederationToken: temporary credentials for somebody whom a user vouches for.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">GetFederationToken</a>
 */
public final class GetFederationToken implements Handler<GetFederationTokenRequest, GetFederationTokenResponse> {
    private final CredentialIssuer issuer;
    private final SessionPolicies policies;

    /** The operation. */
    public GetFederationToken(CredentialIssuer issuer, SessionPolicies policies) {
        this.issuer = issuer;
        this.policies = policies;
    }

    @Override
    public GetFederationTokenResponse handle(GetFederationTokenRequest input, Call call) {
        Caller caller = call.caller();
        LongTermCredentials.check(caller, "GetFederationToken");
        SessionTags tags = SessionTags.of(SessionTags.of(input.tags()), null, null);
        SessionPolicies.Packed packed = policies.pack(caller.accountId(), input.policy(), input.policyArns(), tags);
        int seconds = UserDuration.of(caller, input.durationSeconds());
        return GetFederationTokenResponse.builder()
                .credentials(issuer.federate(caller, input.name(), seconds, packed.grant()))
                .federatedUser(FederatedUser.builder()
                        .federatedUserId(CredentialIssuer.federatedUserId(caller.accountId(), input.name()))
                        .arn(CredentialIssuer.federatedUserArn(caller.accountId(), input.name()))
                        .build())
                .packedPolicySize(Objects.requireNonNullElse(packed.packedPolicySize(), 0))
                .build();
    }
}

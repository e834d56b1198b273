package io.vaportrail.identity.sts.federation;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.identity.sts.session.CredentialIssuer;
import io.vaportrail.identity.sts.session.MultiFactor;
import io.vaportrail.model.sts.GetSessionTokenRequest;
import io.vaportrail.model.sts.GetSessionTokenResponse;

/**
 * GetSessionToken: temporary credentials of a user or root itself.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a>
 */
public final class GetSessionToken implements Handler<GetSessionTokenRequest, GetSessionTokenResponse> {
    private final MultiFactor multiFactors;
    private final CredentialIssuer issuer;

    /** The operation. */
    public GetSessionToken(MultiFactor multiFactors, CredentialIssuer issuer) {
        this.multiFactors = multiFactors;
        this.issuer = issuer;
    }

    @Override
    public GetSessionTokenResponse handle(GetSessionTokenRequest input, Call call) {
        Caller caller = call.caller();
        LongTermCredentials.check(caller, "GetSessionToken");
        boolean multiFactor = multiFactors.given(caller, input.serialNumber(), input.tokenCode());
        int seconds = UserDuration.of(caller, input.durationSeconds());
        return GetSessionTokenResponse.builder()
                .credentials(issuer.begin(caller, seconds, multiFactor))
                .build();
    }
}

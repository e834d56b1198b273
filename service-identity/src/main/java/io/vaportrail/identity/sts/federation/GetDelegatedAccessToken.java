package io.vaportrail.identity.sts.federation;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.model.sts.GetDelegatedAccessTokenRequest;
import io.vaportrail.model.sts.GetDelegatedAccessTokenResponse;

/**
 * GetDelegatedAccessToken: credentials for a trade-in token. Such tokens come of the delegation requests of AWS's partners, which an
 * owner accepts in the console; nobody can make one here, so that no token is valid, and every one is told so as an expired one is.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html">GetDelegatedAccessToken</a>
 */
public final class GetDelegatedAccessToken
        implements Handler<GetDelegatedAccessTokenRequest, GetDelegatedAccessTokenResponse> {
    @Override
    public GetDelegatedAccessTokenResponse handle(GetDelegatedAccessTokenRequest input, Call call) {
        throw StsErrors.expiredTradeInToken();
    }
}

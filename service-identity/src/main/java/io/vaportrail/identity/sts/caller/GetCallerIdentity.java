package io.vaportrail.identity.sts.caller;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sts.GetCallerIdentityRequest;
import io.vaportrail.model.sts.GetCallerIdentityResponse;

/**
 * GetCallerIdentity: who calls. Nobody needs permission for it.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
public final class GetCallerIdentity implements Handler<GetCallerIdentityRequest, GetCallerIdentityResponse> {
    @Override
    public GetCallerIdentityResponse handle(GetCallerIdentityRequest input, Call call) {
        Caller caller = call.caller();
        return GetCallerIdentityResponse.builder()
                .userId(caller.principalId())
                .account(caller.accountId())
                .arn(caller.arn())
                .build();
    }
}

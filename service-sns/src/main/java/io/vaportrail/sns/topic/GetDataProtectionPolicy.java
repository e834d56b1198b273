package io.vaportrail.sns.topic;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.sns.GetDataProtectionPolicyInput;
import io.vaportrail.model.sns.GetDataProtectionPolicyResponse;

/**
 * GetDataProtectionPolicy.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_GetDataProtectionPolicy.html">GetDataProtectionPolicy</a>
 */
public final class GetDataProtectionPolicy
        implements Handler<GetDataProtectionPolicyInput, GetDataProtectionPolicyResponse> {
    private final TopicFinder finder;

    /** The operation. */
    public GetDataProtectionPolicy(TopicFinder finder) {
        this.finder = finder;
    }

    @Override
    public GetDataProtectionPolicyResponse handle(GetDataProtectionPolicyInput input, Call call) {
        return GetDataProtectionPolicyResponse.builder()
                .dataProtectionPolicy(finder.find(input.resourceArn(), "ResourceArn", call)
                        .settings()
                        .dataProtectionPolicy())
                .build();
    }
}

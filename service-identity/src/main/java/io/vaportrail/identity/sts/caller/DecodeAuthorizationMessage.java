package io.vaportrail.identity.sts.caller;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.identity.sts.StsErrors;
import io.vaportrail.model.sts.DecodeAuthorizationMessageRequest;
import io.vaportrail.model.sts.DecodeAuthorizationMessageResponse;

/**
 * DecodeAuthorizationMessage: what an encoded denial says. None of the services here encodes its denials, in AWS or in the emulator, so
 * that no message is a valid one.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">DecodeAuthorizationMessage</a>
 */
public final class DecodeAuthorizationMessage
        implements Handler<DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse> {
    @Override
    public DecodeAuthorizationMessageResponse handle(DecodeAuthorizationMessageRequest input, Call call) {
        throw StsErrors.invalidAuthorizationMessage();
    }
}

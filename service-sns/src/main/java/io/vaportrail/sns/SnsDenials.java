package io.vaportrail.sns;

import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.Denial;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;

/** How SNS words what policies deny: under a code of its own, with its own name in upper case. */
final class SnsDenials {
    private static final String PREFIX = "sns:";

    private SnsDenials() {}

    static ServiceException word(ServiceSchema service, Denial denial) {
        String action = denial.action();
        String topics = "arn:aws:sns:" + denial.region() + ':' + denial.accountId() + ":*";
        return CommonError.sender(
                "AuthorizationError",
                403,
                denial.sentence(
                        action.startsWith(PREFIX) ? "SNS:" + action.substring(PREFIX.length()) : action,
                        denial.resourceOr(topics)));
    }
}

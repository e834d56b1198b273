package io.vaportrail.logs;

import io.vaportrail.core.service.AccessDenied;
import io.vaportrail.core.service.Denial;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;

/** How CloudWatch Logs words what policies deny: all groups and streams are those without a name. */
final class LogsDenials {
    private LogsDenials() {}

    static ServiceException word(ServiceSchema service, Denial denial) {
        String groups = "arn:aws:logs:" + denial.region() + ':' + denial.accountId() + ":log-group::log-stream:";
        return AccessDenied.of(service, denial.sentence(denial.action(), denial.resourceOr(groups)));
    }
}

package io.vaportrail.sqs;

import io.vaportrail.core.service.AccessDenied;
import io.vaportrail.core.service.Denial;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import java.util.Locale;

/** How SQS words what policies deny: it writes its actions in lower case, and of all queues the ARN that theirs begin with. */
final class SqsDenials {
    private SqsDenials() {}

    static ServiceException word(ServiceSchema service, Denial denial) {
        String queues = "arn:aws:sqs:" + denial.region() + ':' + denial.accountId() + ':';
        return AccessDenied.of(
                service, denial.sentence(denial.action().toLowerCase(Locale.ROOT), denial.resourceOr(queues)));
    }
}

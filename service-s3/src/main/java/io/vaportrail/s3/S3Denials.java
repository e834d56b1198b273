package io.vaportrail.s3;

import io.vaportrail.core.service.AccessDenied;
import io.vaportrail.core.service.Denial;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;

/** How S3 words what policies deny: it quotes the resource, and says no more than it has to about those of other accounts. */
final class S3Denials {
    private S3Denials() {}

    static ServiceException word(ServiceSchema service, Denial denial) {
        if (denial.isForeign()) {
            return AccessDenied.of(service, "Access Denied");
        }
        String resource = denial.resourceOr(null);
        return AccessDenied.of(
                service, denial.sentence(denial.action(), resource == null ? null : '"' + resource + '"'));
    }
}

package io.vaportrail.identity.sts;

import io.vaportrail.core.service.AccessDenied;
import io.vaportrail.core.service.Denial;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;

/** How STS words what policies deny: it does not say on which side the permission to assume a role is missing. */
final class StsDenials {
    private StsDenials() {}

    static ServiceException word(ServiceSchema service, Denial denial) {
        String action = denial.action();
        String resource = denial.resourceOr(null);
        return AccessDenied.of(
                service,
                isAboutRole(action) && !denial.isExplicit()
                        ? denial.refusal(action, resource)
                        : denial.sentence(action, resource));
    }

    private static boolean isAboutRole(String action) {
        return action.startsWith("sts:AssumeRole")
                || action.equals("sts:TagSession")
                || action.equals("sts:SetSourceIdentity");
    }
}

package io.vaportrail.identity.iam;

import io.vaportrail.core.service.AccessDenied;
import io.vaportrail.core.service.Denial;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import java.util.Locale;

/** How IAM words what policies deny: it names the kind that is listed, where everything below a path can be listed. */
final class IamDenials {
    private static final String LIST = "iam:List";

    private IamDenials() {}

    static ServiceException word(ServiceSchema service, Denial denial) {
        String action = denial.action();
        return AccessDenied.of(
                service, denial.sentence(action, denial.resourceOr(everything(action, denial.accountId()))));
    }

    private static String everything(String action, String accountId) {
        String kind = action.startsWith(LIST) ? action.substring(LIST.length()) : "";
        return switch (kind) {
            case "Users", "Groups", "Roles" ->
                "arn:aws:iam::" + accountId + ":"
                        + kind.substring(0, kind.length() - 1).toLowerCase(Locale.ROOT) + "/";
            case "InstanceProfiles" -> "arn:aws:iam::" + accountId + ":instance-profile/";
            case "Policies" -> "policy path /";
            default -> "*";
        };
    }
}

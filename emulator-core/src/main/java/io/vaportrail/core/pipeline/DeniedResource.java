package io.vaportrail.core.pipeline;

import io.vaportrail.core.policy.ResourceArns;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a denial calls the resource where the action has none of its own: services differ in it, and most then say nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied error messages</a>
 */
final class DeniedResource {
    private static final String LIST = "iam:List";

    private DeniedResource() {}

    /** How the resource is called, or {@code null} when it is not mentioned. */
    static @Nullable String of(String action, String resource, String accountId, String region) {
        if (!resource.equals(ResourceArns.ANY)) {
            return resource;
        }
        String place = region + ":" + accountId + ":";
        return switch (action.substring(0, action.indexOf(':'))) {
            case "sqs" -> "arn:aws:sqs:" + place;
            case "sns" -> "arn:aws:sns:" + place + "*";
            case "ssm" -> "arn:aws:ssm:" + place + "*";
            case "logs" -> "arn:aws:logs:" + place + "log-group::log-stream:";
            case "iam" -> ofIam(action, accountId);
            case "kms" -> ResourceArns.ANY;
            default -> null;
        };
    }

    /** IAM names the kind that is listed, where everything below a path can be listed. */
    private static String ofIam(String action, String accountId) {
        String kind = action.startsWith(LIST) ? action.substring(LIST.length()) : "";
        return switch (kind) {
            case "Users", "Groups", "Roles" ->
                "arn:aws:iam::" + accountId + ":"
                        + kind.substring(0, kind.length() - 1).toLowerCase(Locale.ROOT) + "/";
            case "InstanceProfiles" -> "arn:aws:iam::" + accountId + ":instance-profile/";
            case "Policies" -> "policy path /";
            default -> ResourceArns.ANY;
        };
    }
}

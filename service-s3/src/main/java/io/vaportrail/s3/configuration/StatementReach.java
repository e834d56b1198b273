package io.vaportrail.s3.configuration;

import io.vaportrail.core.policy.Statement;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.schema.AccessTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ResourceTrait;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Whether each action of a statement works on some resource that the statement lists: those on objects need a key or a wildcard, those on
 * buckets a bucket without a key. Actions of which no operation here is known are let through.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html">Actions and resources of S3</a>
 */
final class StatementReach {
    /** Whether a known action, in lower case, works on objects rather than on buckets. */
    private static final Map<String, Boolean> ON_OBJECTS = read();

    private StatementReach() {}

    private static Map<String, Boolean> read() {
        Map<String, Boolean> actions = new TreeMap<>();
        for (OperationSchema<?, ?> operation : S3Service.SERVICE.operations()) {
            for (AccessTrait access : operation.accesses()) {
                for (ResourceTrait resource : access.resources()) {
                    // The source of a copy is an object too, though its ARN is made of one text.
                    actions.merge(
                            access.action().toLowerCase(Locale.ROOT),
                            resource.arn().contains("/"),
                            Boolean::logicalOr);
                }
            }
        }
        return actions;
    }

    /** Refuses a statement with an action that works on none of its resources. */
    static void check(Statement statement) {
        if (!statement.listsActions() || !statement.listsResources()) {
            return;
        }
        boolean objects = statement.resources().stream().anyMatch(arn -> arn.contains("/") || arn.contains("*"));
        boolean buckets = statement.resources().stream().anyMatch(arn -> !arn.contains("/"));
        for (String action : statement.actions()) {
            if (!reaches(action, objects, buckets)) {
                throw S3Errors.malformedPolicy("Action does not apply to any resource(s) in statement");
            }
        }
    }

    private static boolean reaches(String action, boolean objects, boolean buckets) {
        Pattern pattern = Pattern.compile(("\\Q" + action.toLowerCase(Locale.ROOT) + "\\E")
                .replace("*", "\\E.*\\Q")
                .replace("?", "\\E.\\Q"));
        boolean known = false;
        for (Map.Entry<String, Boolean> each : ON_OBJECTS.entrySet()) {
            if (pattern.matcher(each.getKey()).matches()) {
                known = true;
                if (each.getValue() ? objects : buckets) {
                    return true;
                }
            }
        }
        return !known;
    }
}

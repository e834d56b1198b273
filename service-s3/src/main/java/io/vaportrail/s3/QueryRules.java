package io.vaportrail.s3;

import io.vaportrail.schema.Location;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.OperationSchema;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses parameters that mean something to S3, but not to the operation: what they ask for would be left undone without a word. What
 * means nothing to S3 is ignored, as S3 does.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html">Subresources</a>
 */
final class QueryRules {
    private static final Set<String> SUBRESOURCES = Set.of(
            "accelerate",
            "acl",
            "analytics",
            "append",
            "attributes",
            "cors",
            "delete",
            "encryption",
            "intelligent-tiering",
            "inventory",
            "legal-hold",
            "lifecycle",
            "location",
            "logging",
            "metrics",
            "notification",
            "object-lock",
            "ownershipControls",
            "partNumber",
            "policy",
            "policyStatus",
            "publicAccessBlock",
            "replication",
            "requestPayment",
            "restore",
            "retention",
            "select",
            "tagging",
            "torrent",
            "uploadId",
            "uploads",
            "versionId",
            "versioning",
            "versions",
            "website");

    private final Map<OperationSchema<?, ?>, Set<String>> known = new ConcurrentHashMap<>();

    /** Checks the parameters of a request for the operation. */
    void check(OperationSchema<?, ?> operation, String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (SUBRESOURCES.contains(name) && !namesOf(operation).contains(name)) {
                throw S3Errors.invalidArgument(
                        "This operation does not accept a query-string.",
                        name,
                        equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
    }

    private Set<String> namesOf(OperationSchema<?, ?> operation) {
        return known.computeIfAbsent(operation, QueryRules::read);
    }

    private static Set<String> read(OperationSchema<?, ?> operation) {
        Set<String> names = new HashSet<>();
        String uri = operation.http().uri();
        for (String pair : uri.substring(uri.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            names.add(equals < 0 ? pair : pair.substring(0, equals));
        }
        for (Member member : operation.input().members()) {
            if (member.location() == Location.QUERY) {
                names.add(member.locationName());
            }
        }
        return names;
    }
}

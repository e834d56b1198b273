package io.vaportrail.core.audit;

import io.vaportrail.schema.ServiceSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service did on its own, without a call, for example that KMS rotated a key. CloudTrail records it as an
 * {@code AwsServiceEvent}.
 *
 * @param service whose event it is
 * @param name the event, for example {@code RotateKey}
 * @param accountId the account concerned, 12 digits
 * @param region the region concerned
 * @param invokedBy what the record names as caller, source and user agent: {@code AWS Internal}, or a service principal
 * @param requestId what the record shows as {@code requestID}, or {@code null}
 * @param errorMessage why it failed, or {@code null}
 * @param details what the record shows as {@code serviceEventDetails}: texts, booleans, numbers, lists and maps; may be empty
 * @param additionalEventData texts, numbers and booleans; may be empty
 * @param resources what it concerned
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/non-api-aws-service-events.html">AWS service events</a>
 */
public record ServiceEvent(
        ServiceSchema service,
        String name,
        String accountId,
        String region,
        String invokedBy,
        @Nullable String requestId,
        @Nullable String errorMessage,
        Map<String, Object> details,
        Map<String, Object> additionalEventData,
        List<AuditScope.Resource> resources) {

    /** Copies the collections. */
    public ServiceEvent {
        if (errorMessage != null && !details.isEmpty()) {
            throw new IllegalArgumentException("details: " + details + " (expected: none beside an error message)");
        }
        details = Map.copyOf(details);
        additionalEventData = Map.copyOf(additionalEventData);
        resources = List.copyOf(resources);
    }
}

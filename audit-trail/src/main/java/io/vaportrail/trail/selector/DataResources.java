package io.vaportrail.trail.selector;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.trail.record.BucketObjects;
import io.vaportrail.trail.store.StoredCall;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The resources of a data event, as selectors see them. */
final class DataResources {
    /** What a service's data events are about when a record names nothing, for example since the call failed before it was found. */
    private static final Map<String, String> TYPES = Map.of(
            "sqs.amazonaws.com", "AWS::SQS::Queue",
            "sns.amazonaws.com", "AWS::SNS::Topic",
            "s3.amazonaws.com", BucketObjects.OBJECT,
            "ses.amazonaws.com", "AWS::SES::EmailIdentity",
            "monitoring.amazonaws.com", "AWS::CloudWatch::Metric");

    private DataResources() {}

    /** Whether one of the call's resources of the type has an ARN that is wanted. */
    static boolean any(StoredCall call, String type, Predicate<String> wanted) {
        List<AuditScope.Resource> resources = BucketObjects.named(call);
        boolean found = false;
        for (int i = 0; i < resources.size(); i++) {
            AuditScope.Resource resource = resources.get(i);
            if (resource.type().equals(type)) {
                found = true;
                if (wanted.test(resource.arn())) {
                    return true;
                }
            }
        }
        return !found && type.equals(TYPES.get(call.eventSource())) && wanted.test(ofBucket(call));
    }

    /** A call that names a bucket alone, for example a listing, is about all of its objects, or those of a prefix. */
    private static String ofBucket(StoredCall call) {
        String prefix = BucketObjects.arnPrefix(call);
        return prefix == null ? "" : prefix;
    }
}

package io.vaportrail.trail.selector;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.trail.store.StoredCall;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The resources of a data event, as selectors see them. */
final class DataResources {
    private static final String S3_OBJECT = "AWS::S3::Object";
    private static final String S3_BUCKET = "AWS::S3::Bucket";

    /** What a service's data events are about when a record names nothing, for example since the call failed before it was found. */
    private static final Map<String, String> TYPES = Map.of(
            "sqs.amazonaws.com", "AWS::SQS::Queue",
            "sns.amazonaws.com", "AWS::SNS::Topic",
            "s3.amazonaws.com", S3_OBJECT,
            "ses.amazonaws.com", "AWS::SES::EmailIdentity",
            "monitoring.amazonaws.com", "AWS::CloudWatch::Metric");

    private DataResources() {}

    /** Whether one of the call's resources of the type has an ARN that is wanted. */
    static boolean any(StoredCall call, String type, Predicate<String> wanted) {
        List<AuditScope.Resource> resources = call.resources();
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
        return !found && type.equals(TYPES.get(call.eventSource())) && wanted.test(ofBucket(type, resources));
    }

    /** A call about the objects of a bucket in general, for example a listing, names the bucket alone: all its objects. */
    private static String ofBucket(String type, List<AuditScope.Resource> resources) {
        if (type.equals(S3_OBJECT)) {
            for (AuditScope.Resource resource : resources) {
                if (resource.type().equals(S3_BUCKET)) {
                    return resource.arn() + "/";
                }
            }
        }
        return "";
    }
}

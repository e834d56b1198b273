package io.vaportrail.trail.record;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.schema.EventCategory;
import io.vaportrail.trail.store.StoredCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a call is about that names a bucket alone, such as a listing or the deletion of many: records state what the ARNs of
 * such objects begin with. That this holds for HeadBucket too is UNVERIFIED.
 */
public final class BucketObjects {
    /** The type of objects in records. */
    public static final String OBJECT = "AWS::S3::Object";

    private static final String BUCKET = "AWS::S3::Bucket";

    private BucketObjects() {}

    /** What a call on objects is about, whether it was denied or not: what its record names. */
    public static List<AuditScope.Resource> named(StoredCall call) {
        return RecordedResources.isDeniedByS3(call) ? RecordedResources.of(call) : call.resources();
    }

    /** What the objects' ARNs begin with, or {@code null} when the call is about a certain object, or none. */
    public static @Nullable String arnPrefix(StoredCall call) {
        if (call.category() != EventCategory.DATA
                || !call.operation().service().id().equals("s3")) {
            return null;
        }
        String bucket = null;
        List<AuditScope.Resource> resources = RecordedResources.of(call);
        for (int i = 0; i < resources.size(); i++) {
            AuditScope.Resource resource = resources.get(i);
            if (resource.type().equals(OBJECT)) {
                return null;
            }
            if (resource.type().equals(BUCKET)) {
                bucket = resource.arn();
            }
        }
        if (bucket == null) {
            return null;
        }
        List<String> asked = ParameterTexts.of(call.requestParameters()).getOrDefault("prefix", List.of());
        return bucket + "/" + (asked.isEmpty() ? "" : asked.get(0));
    }
}

package io.vaportrail.s3.bucket;

import io.vaportrail.core.audit.AuditScope;
import io.vaportrail.core.service.Call;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads from what a caller names to a bucket, and tells the audit record of it.
 *
 * <p>Every bucket is served whatever region the request is signed for: there is one endpoint, and a redirect would lead back to it.
 */
public final class BucketFinder {
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String OBJECT = "AWS::S3::Object";

    private final Buckets buckets;

    /** A finder of these buckets. */
    public BucketFinder(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * The bucket of a name, for an operation on the bucket.
     *
     * @param expectedOwner the account that the caller expects, or {@code null}
     * @throws io.vaportrail.schema.ServiceException when there is none, or another account owns it
     */
    public Bucket find(String name, @Nullable String expectedOwner, Call call) {
        Bucket bucket = existing(name, expectedOwner);
        record(bucket, call);
        return bucket;
    }

    /** The bucket of a name, for an operation on one of its objects. */
    public Bucket findFor(String key, String name, @Nullable String expectedOwner, Call call) {
        Bucket bucket = existing(name, expectedOwner);
        call.audit().resource(OBJECT, bucket.arn() + "/" + key);
        record(bucket, call);
        return bucket;
    }

    /** The bucket of a name, of which the record says nothing more. */
    public Bucket existing(String name, @Nullable String expectedOwner) {
        Bucket bucket = buckets.find(name);
        if (bucket == null) {
            throw S3Errors.noSuchBucket(name);
        }
        if (expectedOwner != null && !expectedOwner.equals(bucket.owner())) {
            throw S3Errors.accessDenied("Access Denied");
        }
        return bucket;
    }

    /** What a record of a call on one of a bucket's objects names. */
    public static List<AuditScope.Resource> resources(Bucket bucket, String key) {
        return List.of(
                new AuditScope.Resource(OBJECT, bucket.arn() + "/" + key),
                new AuditScope.Resource(BUCKET, bucket.arn(), bucket.owner()));
    }

    private static void record(Bucket bucket, Call call) {
        call.audit().resource(BUCKET, bucket.arn(), bucket.owner());
    }
}

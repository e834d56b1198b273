package io.vaportrail.s3.notification;

import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Deletion;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object.
 *
 * @param name S3's name without {@code s3:}, for example {@code ObjectCreated:Put}
 * @param bucket where
 * @param key of the object
 * @param size bytes, or {@code null} when it was removed
 * @param eTag without quotes, or {@code null} when it was removed
 * @param versionId or {@code null} without versions
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">Event
 *     types</a>
 */
public record ObjectEvent(
        String name,
        Bucket bucket,
        String key,
        @Nullable Long size,
        @Nullable String eTag,
        @Nullable String versionId) {
    /** PutObject. */
    public static final String CREATED_PUT = "ObjectCreated:Put";

    /** PutObject by a browser's form. */
    public static final String CREATED_POST = "ObjectCreated:Post";

    /** CopyObject. */
    public static final String CREATED_COPY = "ObjectCreated:Copy";

    /** CompleteMultipartUpload. */
    public static final String CREATED_MULTIPART = "ObjectCreated:CompleteMultipartUpload";

    /** A delete for good. */
    public static final String REMOVED_DELETE = "ObjectRemoved:Delete";

    /** A delete by a marker. */
    public static final String REMOVED_MARKER = "ObjectRemoved:DeleteMarkerCreated";

    /** A lifecycle rule changed the storage class. */
    public static final String TRANSITION = "LifecycleTransition";

    /** PutObjectTagging. */
    public static final String TAGGING_PUT = "ObjectTagging:Put";

    /** DeleteObjectTagging. */
    public static final String TAGGING_DELETE = "ObjectTagging:Delete";

    /** PutObjectAcl. */
    public static final String ACL_PUT = "ObjectAcl:Put";

    /** What happened to a version that is there. */
    public static ObjectEvent of(String name, Bucket bucket, ObjectVersion version) {
        ObjectContent content = version.contentOrThrow();
        String id = version.versionId().equals(ObjectVersion.NULL) ? null : version.versionId();
        return new ObjectEvent(name, bucket, version.key(), content.size(), content.eTag(), id);
    }

    /** A delete. */
    public static ObjectEvent removed(Bucket bucket, String key, Deletion deletion) {
        String name = deletion.markerMade() ? REMOVED_MARKER : REMOVED_DELETE;
        return new ObjectEvent(name, bucket, key, null, null, deletion.versionId());
    }

    /** A delete by a lifecycle rule. */
    public static ObjectEvent expired(Bucket bucket, String key, Deletion deletion) {
        String name = "LifecycleExpiration:" + (deletion.markerMade() ? "DeleteMarkerCreated" : "Delete");
        return new ObjectEvent(name, bucket, key, null, null, deletion.versionId());
    }

    /** Whether something was deleted. */
    boolean isRemoval() {
        return name.startsWith("ObjectRemoved") || name.startsWith("LifecycleExpiration");
    }
}

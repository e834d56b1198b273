package io.vaportrail.s3.object;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.DeleteObjectTaggingOutput;
import io.vaportrail.model.s3.DeleteObjectTaggingRequest;
import io.vaportrail.model.s3.GetObjectTaggingOutput;
import io.vaportrail.model.s3.GetObjectTaggingRequest;
import io.vaportrail.model.s3.PutObjectTaggingOutput;
import io.vaportrail.model.s3.PutObjectTaggingRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.configuration.Tags;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.notification.ObjectEvent;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectVersion;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PutObjectTagging, GetObjectTagging, DeleteObjectTagging.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object tags</a>
 */
public final class ObjectTagging {
    private final BucketFinder finder;
    private final Notifications notifications;

    /** The operations. */
    public ObjectTagging(BucketFinder finder, Notifications notifications) {
        this.finder = finder;
        this.notifications = notifications;
    }

    /** PutObjectTagging. */
    public PutObjectTaggingOutput put(PutObjectTaggingRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        Map<String, String> tags = Tags.ofObject(input.tagging().tagSet());
        ObjectVersion changed = change(bucket, input.key(), input.versionId(), "PUT", tags);
        notifications.publish(ObjectEvent.of(ObjectEvent.TAGGING_PUT, bucket, changed), call);
        return PutObjectTaggingOutput.builder()
                .versionId(PutObject.visible(changed))
                .build();
    }

    /** GetObjectTagging. */
    public GetObjectTaggingOutput get(GetObjectTaggingRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        ObjectVersion version = ObjectFinder.find(bucket, input.key(), input.versionId(), "GET");
        return GetObjectTaggingOutput.builder()
                .versionId(PutObject.visible(version))
                .tagSet(Tags.list(version.tags()))
                .build();
    }

    /** DeleteObjectTagging. */
    public DeleteObjectTaggingOutput delete(DeleteObjectTaggingRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        ObjectVersion changed = change(bucket, input.key(), input.versionId(), "DELETE", Map.of());
        notifications.publish(ObjectEvent.of(ObjectEvent.TAGGING_DELETE, bucket, changed), call);
        return DeleteObjectTaggingOutput.builder()
                .versionId(PutObject.visible(changed))
                .build();
    }

    private static ObjectVersion change(
            Bucket bucket, String key, @Nullable String versionId, String method, Map<String, String> tags) {
        ObjectVersion version = ObjectFinder.find(bucket, key, versionId, method);
        ObjectVersion changed = bucket.change(version, found -> found.withTags(tags));
        if (changed == null) {
            throw S3Errors.noSuchKey(key);
        }
        return changed;
    }
}

package io.vaportrail.s3.object;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.DeleteObjectOutput;
import io.vaportrail.model.s3.DeleteObjectRequest;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.notification.Notifications;
import io.vaportrail.s3.notification.ObjectEvent;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Condition;
import io.vaportrail.s3.store.Deletion;
import org.jspecify.annotations.Nullable;

/**
 * DeleteObject: deletes an object, by a delete marker where versions are kept, or one version for good.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html">DeleteObject</a>
 */
public final class DeleteObject implements Handler<DeleteObjectRequest, DeleteObjectOutput> {
    private final BucketFinder finder;
    private final Notifications notifications;

    /** The operation. */
    public DeleteObject(BucketFinder finder, Notifications notifications) {
        this.finder = finder;
        this.notifications = notifications;
    }

    @Override
    public DeleteObjectOutput handle(DeleteObjectRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        Condition condition =
                WriteConditions.ofDelete(input.ifMatch(), input.ifMatchLastModifiedTime(), input.ifMatchSize());
        Deletion deletion = delete(bucket, input.key(), input.versionId(), condition, call);
        return answer(deletion);
    }

    static DeleteObjectOutput answer(Deletion deletion) {
        return DeleteObjectOutput.builder()
                .deleteMarker(deletion.deleteMarker() ? true : null)
                .versionId(deletion.versionId())
                .build();
    }

    /** Deletes one object and tells those who want to know. */
    Deletion delete(Bucket bucket, String key, @Nullable String versionId, Condition condition, Call call) {
        Keys.check(key);
        Deletion deletion;
        if (versionId == null) {
            deletion = bucket.delete(key, call.accountId(), condition);
        } else {
            ObjectFinder.checkVersionId(versionId);
            deletion = bucket.deleteVersion(key, versionId, condition);
        }
        if (deletion.markerMade() || deletion.removed() != null) {
            notifications.publish(ObjectEvent.removed(bucket, key, deletion), call);
        }
        return deletion;
    }
}

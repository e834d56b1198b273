package io.vaportrail.s3.bucket;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.DeleteBucketRequest;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;

/**
 * DeleteBucket: deletes a bucket with nothing in it, neither objects nor versions nor delete markers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html">DeleteBucket</a>
 */
public final class DeleteBucket implements Handler<DeleteBucketRequest, Unit> {
    private final BucketFinder finder;
    private final Buckets buckets;

    /** The operation. */
    public DeleteBucket(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    @Override
    public Unit handle(DeleteBucketRequest input, Call call) {
        buckets.delete(finder.find(input.bucket(), input.expectedBucketOwner(), call));
        return Unit.INSTANCE;
    }
}

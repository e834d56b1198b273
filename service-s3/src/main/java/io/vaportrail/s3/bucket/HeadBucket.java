package io.vaportrail.s3.bucket;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.HeadBucketOutput;
import io.vaportrail.model.s3.HeadBucketRequest;
import io.vaportrail.s3.store.Bucket;

/**
 * HeadBucket: whether there is a bucket, and in which region.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html">HeadBucket</a>
 */
public final class HeadBucket implements Handler<HeadBucketRequest, HeadBucketOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public HeadBucket(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public HeadBucketOutput handle(HeadBucketRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        return HeadBucketOutput.builder()
                .bucketArn(bucket.arn())
                .bucketRegion(bucket.region())
                .accessPointAlias(false)
                .build();
    }
}

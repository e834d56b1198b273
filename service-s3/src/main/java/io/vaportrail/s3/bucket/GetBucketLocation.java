package io.vaportrail.s3.bucket;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.GetBucketLocationOutput;
import io.vaportrail.model.s3.GetBucketLocationRequest;

/**
 * GetBucketLocation: the region of a bucket; nothing for us-east-1.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html">GetBucketLocation</a>
 */
public final class GetBucketLocation implements Handler<GetBucketLocationRequest, GetBucketLocationOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public GetBucketLocation(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public GetBucketLocationOutput handle(GetBucketLocationRequest input, Call call) {
        String region =
                finder.find(input.bucket(), input.expectedBucketOwner(), call).region();
        return GetBucketLocationOutput.builder()
                .locationConstraint(region.equals("us-east-1") ? null : region)
                .build();
    }
}

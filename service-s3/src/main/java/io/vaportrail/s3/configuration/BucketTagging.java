package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.DeleteBucketTaggingRequest;
import io.vaportrail.model.s3.GetBucketTaggingOutput;
import io.vaportrail.model.s3.GetBucketTaggingRequest;
import io.vaportrail.model.s3.PutBucketTaggingRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;
import java.util.Map;

/**
 * PutBucketTagging, GetBucketTagging, DeleteBucketTagging.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html">PutBucketTagging</a>
 */
public final class BucketTagging {
    private final BucketFinder finder;
    private final Buckets buckets;

    /** The operations. */
    public BucketTagging(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    /** PutBucketTagging. */
    public Unit put(PutBucketTaggingRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setTags(Tags.ofBucket(input.tagging().tagSet()));
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** GetBucketTagging. */
    public GetBucketTaggingOutput get(GetBucketTaggingRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        Map<String, String> tags = bucket.settings().tags();
        if (tags == null || tags.isEmpty()) {
            throw S3Errors.notConfigured("NoSuchTagSet", "The TagSet does not exist", bucket.name());
        }
        return GetBucketTaggingOutput.builder().tagSet(Tags.list(tags)).build();
    }

    /** DeleteBucketTagging. */
    public Unit delete(DeleteBucketTaggingRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setTags(null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }
}

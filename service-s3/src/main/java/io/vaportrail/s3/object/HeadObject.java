package io.vaportrail.s3.object;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.HeadObjectOutput;
import io.vaportrail.model.s3.HeadObjectRequest;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectContent;
import io.vaportrail.s3.store.ObjectVersion;

/**
 * HeadObject: what was said of an object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
 */
public final class HeadObject implements Handler<HeadObjectRequest, HeadObjectOutput> {
    private final BucketFinder finder;

    /** The operation. */
    public HeadObject(BucketFinder finder) {
        this.finder = finder;
    }

    @Override
    public HeadObjectOutput handle(HeadObjectRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        SentHeaders.refuseWhatIsMissing(input);
        ObjectVersion version = ObjectFinder.findFor(call, bucket, input.key(), input.versionId(), "HEAD");
        new ReadConditions(input.ifMatch(), input.ifNoneMatch(), input.ifModifiedSince(), input.ifUnmodifiedSince())
                .checkRead(version);
        ObjectContent content = version.contentOrThrow();
        ByteRange range = ReadRange.of(input.range(), input.partNumber(), content);
        HeadObjectOutput.Builder output =
                HeadObjectOutput.builder().contentLength(range == null ? content.size() : range.length());
        ObjectView.set(HeadObjectOutput.SCHEMA, output, version, bucket);
        ReadRange.set(HeadObjectOutput.SCHEMA, output, content, range, input.partNumber());
        if ("ENABLED".equals(input.checksumMode())) {
            ReadRange.setChecksum(HeadObjectOutput.SCHEMA, output, content, range, input.partNumber());
        }
        return output.build();
    }
}

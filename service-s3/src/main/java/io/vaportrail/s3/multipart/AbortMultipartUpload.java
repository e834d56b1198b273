package io.vaportrail.s3.multipart;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.AbortMultipartUploadOutput;
import io.vaportrail.model.s3.AbortMultipartUploadRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.s3.store.Upload;

/**
 * AbortMultipartUpload: forgets an upload and its parts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html">AbortMultipartUpload</a>
 */
public final class AbortMultipartUpload implements Handler<AbortMultipartUploadRequest, AbortMultipartUploadOutput> {
    private final BucketFinder finder;
    private final StoreEnvironment environment;

    /** The operation. */
    public AbortMultipartUpload(BucketFinder finder, StoreEnvironment environment) {
        this.finder = finder;
        this.environment = environment;
    }

    @Override
    public AbortMultipartUploadOutput handle(AbortMultipartUploadRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        Upload upload = bucket.withUploads(uploads -> uploads.remove(input.key(), input.uploadId()));
        if (upload == null) {
            throw S3Errors.noSuchUpload(input.uploadId());
        }
        upload.release(environment.memory());
        return AbortMultipartUploadOutput.builder().build();
    }
}

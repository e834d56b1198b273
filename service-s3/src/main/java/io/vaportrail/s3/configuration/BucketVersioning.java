package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.BucketVersioningStatus;
import io.vaportrail.model.s3.GetBucketVersioningOutput;
import io.vaportrail.model.s3.GetBucketVersioningRequest;
import io.vaportrail.model.s3.PutBucketVersioningRequest;
import io.vaportrail.model.s3.VersioningConfiguration;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.s3.store.Versioning;
import io.vaportrail.schema.Unit;

/**
 * PutBucketVersioning, GetBucketVersioning.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html">Versioning</a>
 */
public final class BucketVersioning {
    private final BucketFinder finder;
    private final Buckets buckets;

    /** The operations. */
    public BucketVersioning(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    /** PutBucketVersioning. */
    public Unit put(PutBucketVersioningRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        VersioningConfiguration configuration = input.versioningConfiguration();
        String status = configuration.status();
        if ("Enabled".equals(configuration.mfaDelete())) {
            throw S3Errors.notImplemented("MFA delete of S3");
        }
        if (status == null) {
            throw S3Errors.illegalVersioningConfiguration();
        }
        boolean enabled = status.equals(BucketVersioningStatus.ENABLED);
        bucket.settings().setVersioning(enabled ? Versioning.ENABLED : Versioning.SUSPENDED);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** GetBucketVersioning. */
    public GetBucketVersioningOutput get(GetBucketVersioningRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        String status =
                switch (bucket.settings().versioning()) {
                    case OFF -> null;
                    case ENABLED -> BucketVersioningStatus.ENABLED;
                    case SUSPENDED -> BucketVersioningStatus.SUSPENDED;
                };
        return GetBucketVersioningOutput.builder().status(status).build();
    }
}

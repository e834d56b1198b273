package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.GetBucketLoggingOutput;
import io.vaportrail.model.s3.GetBucketLoggingRequest;
import io.vaportrail.model.s3.LoggingEnabled;
import io.vaportrail.model.s3.PutBucketLoggingRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;

/**
 * PutBucketLogging, GetBucketLogging. The configuration is kept; access logs, which AWS delivers at best effort, are not written.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html">PutBucketLogging</a>
 */
final class BucketLogging {
    private final BucketFinder finder;
    private final Buckets buckets;

    BucketLogging(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    Unit put(PutBucketLoggingRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        LoggingEnabled enabled = input.bucketLoggingStatus().loggingEnabled();
        if (enabled != null) {
            check(enabled, bucket);
        }
        bucket.settings().setDocument(Document.LOGGING, enabled);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    private void check(LoggingEnabled enabled, Bucket source) {
        Bucket target = buckets.find(enabled.targetBucket());
        if (target == null || !target.owner().equals(source.owner())) {
            throw S3Errors.invalidLoggingTarget(
                    target == null
                            ? "The target bucket for logging does not exist"
                            : "The owner for the bucket to be logged and the target bucket must be the same.",
                    enabled.targetBucket());
        }
        if (!target.region().equals(source.region())) {
            throw S3Errors.invalidLoggingTarget(
                    "The target bucket for logging must be in the same region as the source bucket.", target.name());
        }
        if (enabled.targetGrants() != null
                && !enabled.targetGrants().isEmpty()
                && OwnershipControlsRules.enforced(target)) {
            throw S3Errors.invalidLoggingTarget(
                    "Target grants not supported for target buckets with bucket owner enforced ownership setting.",
                    target.name());
        }
    }

    GetBucketLoggingOutput get(GetBucketLoggingRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        return GetBucketLoggingOutput.builder()
                .loggingEnabled((LoggingEnabled) bucket.settings().document(Document.LOGGING))
                .build();
    }
}

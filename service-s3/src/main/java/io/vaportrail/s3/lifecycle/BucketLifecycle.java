package io.vaportrail.s3.lifecycle;

import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.model.s3.BucketLifecycleConfiguration;
import io.vaportrail.model.s3.DeleteBucketLifecycleRequest;
import io.vaportrail.model.s3.GetBucketLifecycleConfigurationOutput;
import io.vaportrail.model.s3.GetBucketLifecycleConfigurationRequest;
import io.vaportrail.model.s3.LifecycleRule;
import io.vaportrail.model.s3.PutBucketLifecycleConfigurationOutput;
import io.vaportrail.model.s3.PutBucketLifecycleConfigurationRequest;
import io.vaportrail.model.s3.S3Service;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;
import java.util.List;

/**
 * PutBucketLifecycleConfiguration, GetBucketLifecycleConfiguration, DeleteBucketLifecycle.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html">Managing the lifecycle of objects</a>
 */
public final class BucketLifecycle {
    private static final int ID_LENGTH = 48;

    private final BucketFinder finder;
    private final Buckets buckets;
    private final LifecycleDays days;

    /** The operations; what is configured is done by {@code days}. */
    public BucketLifecycle(BucketFinder finder, Buckets buckets, LifecycleDays days) {
        this.finder = finder;
        this.buckets = buckets;
        this.days = days;
    }

    /** Registers the operations. */
    public void register(OperationRegistry operations) {
        operations
                .inline(S3Service.PUT_BUCKET_LIFECYCLE_CONFIGURATION, this::put)
                .inline(S3Service.GET_BUCKET_LIFECYCLE_CONFIGURATION, this::get)
                .inline(S3Service.DELETE_BUCKET_LIFECYCLE, this::delete);
    }

    private PutBucketLifecycleConfigurationOutput put(PutBucketLifecycleConfigurationRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        BucketLifecycleConfiguration given = input.lifecycleConfiguration();
        if (given == null) {
            throw S3Errors.missingRequestBody();
        }
        LifecycleChecks.check(given);
        String least = input.transitionDefaultMinimumObjectSize() == null
                ? LifecycleRules.ALL_FROM_128K
                : input.transitionDefaultMinimumObjectSize();
        Ids ids = buckets.environment().ids();
        List<LifecycleRule> rules =
                given.rules().stream().map(rule -> withId(rule, ids)).toList();
        bucket.settings()
                .setDocument(
                        Document.LIFECYCLE,
                        GetBucketLifecycleConfigurationOutput.builder()
                                .rules(rules)
                                .transitionDefaultMinimumObjectSize(least)
                                .build());
        buckets.report(bucket);
        days.begin();
        return PutBucketLifecycleConfigurationOutput.builder()
                .transitionDefaultMinimumObjectSize(least)
                .build();
    }

    /** A rule without an id gets one. */
    private static LifecycleRule withId(LifecycleRule rule, Ids ids) {
        if (rule.id() != null && !rule.id().isEmpty()) {
            return rule;
        }
        return LifecycleRule.builder()
                .expiration(rule.expiration())
                .id(ids.alphanumeric(ID_LENGTH))
                .prefix(rule.prefix())
                .filter(rule.filter())
                .status(rule.status())
                .transitions(rule.transitions())
                .noncurrentVersionTransitions(rule.noncurrentVersionTransitions())
                .noncurrentVersionExpiration(rule.noncurrentVersionExpiration())
                .abortIncompleteMultipartUpload(rule.abortIncompleteMultipartUpload())
                .build();
    }

    private GetBucketLifecycleConfigurationOutput get(GetBucketLifecycleConfigurationRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        if (!(bucket.settings().document(Document.LIFECYCLE)
                instanceof GetBucketLifecycleConfigurationOutput configured)) {
            throw S3Errors.notConfigured(
                    "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist", bucket.name());
        }
        return configured;
    }

    private Unit delete(DeleteBucketLifecycleRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setDocument(Document.LIFECYCLE, null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }
}

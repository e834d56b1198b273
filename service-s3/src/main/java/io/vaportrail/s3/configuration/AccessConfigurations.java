package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.DeleteBucketOwnershipControlsRequest;
import io.vaportrail.model.s3.DeletePublicAccessBlockRequest;
import io.vaportrail.model.s3.GetBucketOwnershipControlsOutput;
import io.vaportrail.model.s3.GetBucketOwnershipControlsRequest;
import io.vaportrail.model.s3.GetPublicAccessBlockOutput;
import io.vaportrail.model.s3.GetPublicAccessBlockRequest;
import io.vaportrail.model.s3.OwnershipControls;
import io.vaportrail.model.s3.PublicAccessBlockConfiguration;
import io.vaportrail.model.s3.PutBucketOwnershipControlsRequest;
import io.vaportrail.model.s3.PutPublicAccessBlockRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;

/**
 * The public access block and the ownership controls of a bucket: put, get, delete.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html">PutPublicAccessBlock</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html">PutBucketOwnershipControls</a>
 */
public final class AccessConfigurations {
    private final BucketFinder finder;
    private final Buckets buckets;

    /** The operations. */
    public AccessConfigurations(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    /** PutPublicAccessBlock; what is left out is not blocked. */
    public Unit putPublicAccessBlock(PutPublicAccessBlockRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        PublicAccessBlockConfiguration given = input.publicAccessBlockConfiguration();
        bucket.settings()
                .setDocument(
                        Document.PUBLIC_ACCESS_BLOCK,
                        PublicAccessBlockConfiguration.builder()
                                .blockPublicAcls(Boolean.TRUE.equals(given.blockPublicAcls()))
                                .ignorePublicAcls(Boolean.TRUE.equals(given.ignorePublicAcls()))
                                .blockPublicPolicy(Boolean.TRUE.equals(given.blockPublicPolicy()))
                                .restrictPublicBuckets(Boolean.TRUE.equals(given.restrictPublicBuckets()))
                                .build());
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** GetPublicAccessBlock. */
    public GetPublicAccessBlockOutput getPublicAccessBlock(GetPublicAccessBlockRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        if (!(bucket.settings().document(Document.PUBLIC_ACCESS_BLOCK)
                instanceof PublicAccessBlockConfiguration configuration)) {
            throw S3Errors.notConfigured(
                    "NoSuchPublicAccessBlockConfiguration",
                    "The public access block configuration was not found",
                    bucket.name());
        }
        return GetPublicAccessBlockOutput.builder()
                .publicAccessBlockConfiguration(configuration)
                .build();
    }

    /** DeletePublicAccessBlock. */
    public Unit deletePublicAccessBlock(DeletePublicAccessBlockRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setDocument(Document.PUBLIC_ACCESS_BLOCK, null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** PutBucketOwnershipControls. */
    public Unit putOwnershipControls(PutBucketOwnershipControlsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        OwnershipControls controls = input.ownershipControls();
        if (controls.rules().size() != 1) {
            throw S3Errors.malformedXml();
        }
        OwnershipControlsRules.checkAcl(
                controls.rules().get(0).objectOwnership(), bucket.settings().acl());
        bucket.settings().setDocument(Document.OWNERSHIP_CONTROLS, controls);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** GetBucketOwnershipControls. */
    public GetBucketOwnershipControlsOutput getOwnershipControls(GetBucketOwnershipControlsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        if (!(bucket.settings().document(Document.OWNERSHIP_CONTROLS) instanceof OwnershipControls controls)) {
            throw S3Errors.notConfigured(
                    "OwnershipControlsNotFoundError", "The bucket ownership controls were not found", bucket.name());
        }
        return GetBucketOwnershipControlsOutput.builder()
                .ownershipControls(controls)
                .build();
    }

    /** DeleteBucketOwnershipControls. */
    public Unit deleteOwnershipControls(DeleteBucketOwnershipControlsRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setDocument(Document.OWNERSHIP_CONTROLS, null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }
}

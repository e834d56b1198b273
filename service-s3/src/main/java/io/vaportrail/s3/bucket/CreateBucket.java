package io.vaportrail.s3.bucket;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.CreateBucketConfiguration;
import io.vaportrail.model.s3.CreateBucketOutput;
import io.vaportrail.model.s3.CreateBucketRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.configuration.OwnershipControlsRules;
import io.vaportrail.s3.configuration.PublicAccess;
import io.vaportrail.s3.configuration.Tags;
import io.vaportrail.s3.storage.StorageMetrics;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketName;
import io.vaportrail.s3.store.Buckets;
import org.jspecify.annotations.Nullable;

/**
 * CreateBucket: makes a bucket in the region of the request.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>
 */
public final class CreateBucket implements Handler<CreateBucketRequest, CreateBucketOutput> {
    private static final String CLASSIC_REGION = "us-east-1";

    private final Buckets buckets;
    private final StorageMetrics storage;

    /** The operation. */
    public CreateBucket(Buckets buckets, StorageMetrics storage) {
        this.buckets = buckets;
        this.storage = storage;
    }

    @Override
    public CreateBucketOutput handle(CreateBucketRequest input, Call call) {
        String name = input.bucket();
        refuseWhatIsMissing(input);
        BucketNames.check(name);
        CreateBucketConfiguration configuration = input.createBucketConfiguration();
        String region = region(configuration, call.region());
        Acl acl = AclDocuments.ofBucket(input, call.accountId());
        String ownership = OwnershipControlsRules.orDefault(input.objectOwnership());
        OwnershipControlsRules.checkAcl(ownership, acl);
        checkCount(call.accountId());
        BucketName full = new BucketName(name, call.accountId(), region);
        Bucket existing = buckets.create(full, acl, made -> {
            OwnershipControlsRules.set(made, ownership);
            PublicAccess.blockAll(made);
            if (configuration != null && configuration.tags() != null) {
                made.settings().setTags(Tags.ofBucket(configuration.tags()));
            }
        });
        if (existing != null) {
            answerExisting(existing, call.accountId(), region);
        }
        storage.begin();
        return CreateBucketOutput.builder()
                .location(region.equals(CLASSIC_REGION) ? "/" + name : "http://" + name + ".s3.amazonaws.com/")
                .bucketArn("arn:aws:s3:::" + name)
                .build();
    }

    /** In us-east-1 alone a bucket may be made again by its owner, and its ACL is reset then. */
    private static void answerExisting(Bucket existing, String account, String region) {
        if (!existing.owner().equals(account)) {
            throw S3Errors.bucketAlreadyExists(existing.name());
        }
        if (!region.equals(CLASSIC_REGION) || !existing.region().equals(CLASSIC_REGION)) {
            throw S3Errors.bucketAlreadyOwnedByYou(existing.name());
        }
        existing.settings().setAcl(Acl.ownedBy(account));
    }

    private static void refuseWhatIsMissing(CreateBucketRequest input) {
        if (Boolean.TRUE.equals(input.objectLockEnabledForBucket())) {
            throw S3Errors.notImplemented("S3 Object Lock");
        }
        CreateBucketConfiguration configuration = input.createBucketConfiguration();
        if (configuration != null && (configuration.location() != null || configuration.bucket() != null)) {
            throw S3Errors.notImplemented("S3 directory buckets");
        }
        if (input.bucketNamespace() != null && !input.bucketNamespace().equals("global")) {
            throw S3Errors.notImplemented("S3 buckets in the namespace of an account");
        }
    }

    /** The constraint must name the endpoint's region; us-east-1 takes any, since its endpoint is the global one. */
    private static String region(@Nullable CreateBucketConfiguration configuration, String endpointRegion) {
        String constraint = configuration == null ? null : configuration.locationConstraint();
        if (constraint == null || constraint.isEmpty()) {
            if (!endpointRegion.equals(CLASSIC_REGION)) {
                throw S3Errors.illegalLocationConstraint("unspecified");
            }
            return CLASSIC_REGION;
        }
        if (constraint.equals(CLASSIC_REGION)) {
            throw S3Errors.invalidLocationConstraint(constraint);
        }
        String region = constraint.equals("EU") ? "eu-west-1" : constraint;
        if (!endpointRegion.equals(CLASSIC_REGION) && !region.equals(endpointRegion)) {
            throw S3Errors.illegalLocationConstraint(constraint);
        }
        return region;
    }

    private void checkCount(String account) {
        int count = 0;
        for (Bucket bucket : buckets.after("")) {
            count += bucket.owner().equals(account) ? 1 : 0;
        }
        if (count >= S3Limits.BUCKETS) {
            throw S3Errors.tooManyBuckets();
        }
    }
}

package io.vaportrail.s3.configuration;

import io.vaportrail.core.service.Call;
import io.vaportrail.model.s3.DeleteBucketEncryptionRequest;
import io.vaportrail.model.s3.GetBucketEncryptionOutput;
import io.vaportrail.model.s3.GetBucketEncryptionRequest;
import io.vaportrail.model.s3.PutBucketEncryptionRequest;
import io.vaportrail.model.s3.ServerSideEncryptionByDefault;
import io.vaportrail.model.s3.ServerSideEncryptionConfiguration;
import io.vaportrail.model.s3.ServerSideEncryptionRule;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Buckets;
import io.vaportrail.schema.Unit;
import java.util.List;

/**
 * PutBucketEncryption, GetBucketEncryption, DeleteBucketEncryption: what objects are encrypted with that say nothing themselves.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html">PutBucketEncryption</a>
 */
public final class BucketEncryption {
    private static final ServerSideEncryptionConfiguration DEFAULT = ServerSideEncryptionConfiguration.builder()
            .rules(List.of(ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(ServerSideEncryptionByDefault.builder()
                            .sseAlgorithm("AES256")
                            .build())
                    .bucketKeyEnabled(false)
                    .build()))
            .build();

    private final BucketFinder finder;
    private final Buckets buckets;

    /** The operations. */
    public BucketEncryption(BucketFinder finder, Buckets buckets) {
        this.finder = finder;
        this.buckets = buckets;
    }

    /** PutBucketEncryption. */
    public Unit put(PutBucketEncryptionRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        ServerSideEncryptionConfiguration configuration = input.serverSideEncryptionConfiguration();
        if (configuration.rules().size() != 1) {
            throw S3Errors.malformedXml();
        }
        ServerSideEncryptionRule rule = configuration.rules().get(0);
        ServerSideEncryptionByDefault applied = rule.applyServerSideEncryptionByDefault();
        if (rule.blockedEncryptionTypes() != null) {
            throw S3Errors.notImplemented("blocking encryption types of S3 buckets");
        }
        if (applied != null
                && applied.kmsMasterKeyID() != null
                && applied.sseAlgorithm().equals("AES256")) {
            throw S3Errors.invalidArgument(
                    "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse",
                    "KMSMasterKeyID",
                    applied.kmsMasterKeyID());
        }
        ServerSideEncryptionRule complete = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(applied)
                .bucketKeyEnabled(Boolean.TRUE.equals(rule.bucketKeyEnabled()))
                .build();
        bucket.settings()
                .setDocument(
                        Document.ENCRYPTION,
                        ServerSideEncryptionConfiguration.builder()
                                .rules(List.of(complete))
                                .build());
        buckets.report(bucket);
        return Unit.INSTANCE;
    }

    /** GetBucketEncryption. */
    public GetBucketEncryptionOutput get(GetBucketEncryptionRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        ServerSideEncryptionConfiguration configured =
                (ServerSideEncryptionConfiguration) bucket.settings().document(Document.ENCRYPTION);
        return GetBucketEncryptionOutput.builder()
                .serverSideEncryptionConfiguration(configured == null ? DEFAULT : configured)
                .build();
    }

    /** DeleteBucketEncryption. */
    public Unit delete(DeleteBucketEncryptionRequest input, Call call) {
        Bucket bucket = finder.find(input.bucket(), input.expectedBucketOwner(), call);
        bucket.settings().setDocument(Document.ENCRYPTION, null);
        buckets.report(bucket);
        return Unit.INSTANCE;
    }
}

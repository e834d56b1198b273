package io.vaportrail.s3.multipart;

import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.Handler;
import io.vaportrail.model.s3.CreateMultipartUploadOutput;
import io.vaportrail.model.s3.CreateMultipartUploadRequest;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.access.AclDocuments;
import io.vaportrail.s3.bucket.BucketFinder;
import io.vaportrail.s3.checksum.Algorithm;
import io.vaportrail.s3.configuration.OwnershipControlsRules;
import io.vaportrail.s3.configuration.Tags;
import io.vaportrail.s3.object.Encryptions;
import io.vaportrail.s3.object.Keys;
import io.vaportrail.s3.object.SentHeaders;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.ObjectVersion;
import io.vaportrail.s3.store.StoreEnvironment;
import io.vaportrail.s3.store.Upload;
import org.jspecify.annotations.Nullable;

/**
 * CreateMultipartUpload: starts an upload, and says already what is said of the object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html">CreateMultipartUpload</a>
 */
public final class CreateMultipartUpload implements Handler<CreateMultipartUploadRequest, CreateMultipartUploadOutput> {
    private static final int RANDOM_LENGTH = 87;

    private final BucketFinder finder;
    private final StoreEnvironment environment;

    /** The operation. */
    public CreateMultipartUpload(BucketFinder finder, StoreEnvironment environment) {
        this.finder = finder;
        this.environment = environment;
    }

    @Override
    public CreateMultipartUploadOutput handle(CreateMultipartUploadRequest input, Call call) {
        Bucket bucket = finder.findFor(input.key(), input.bucket(), input.expectedBucketOwner(), call);
        Keys.check(input.key());
        SentHeaders.refuseWhatIsMissing(input);
        Upload.ChecksumPlan plan = plan(input.checksumAlgorithm(), input.checksumType());
        Upload upload =
                new Upload(newId(), target(input, call, bucket), call.caller().arn(), plan);
        environment.memory().take(upload.cost());
        boolean added = false;
        try {
            bucket.withUploads(uploads -> {
                uploads.add(upload);
                return upload;
            });
            added = true;
        } finally {
            if (!added) {
                environment.memory().giveBack(upload.cost());
            }
        }
        CreateMultipartUploadOutput.Builder output = CreateMultipartUploadOutput.builder()
                .bucket(bucket.name())
                .key(input.key())
                .uploadId(upload.id());
        if (plan.chosen()) {
            output.checksumAlgorithm(plan.algorithm()).checksumType(plan.composite() ? "COMPOSITE" : "FULL_OBJECT");
        }
        Encryptions.set(
                CreateMultipartUploadOutput.SCHEMA, output, upload.target().encryption());
        return output.build();
    }

    private ObjectVersion target(CreateMultipartUploadRequest input, Call call, Bucket bucket) {
        String owner = OwnershipControlsRules.ownerOf(bucket, call.accountId(), input.acl());
        Acl acl = OwnershipControlsRules.objectAcl(
                bucket, owner, AclDocuments.stated(input, owner, bucket.owner()), input.acl());
        return new ObjectVersion(
                input.key(),
                ObjectVersion.NULL,
                environment.now(),
                owner,
                null,
                SentHeaders.of(input),
                SentHeaders.storageClass(input),
                Encryptions.of(input, bucket),
                Tags.ofHeader(input.tagging()),
                acl);
    }

    /** Ids grow with time, so that uploads of a key are listed in the order in which they were started. */
    private String newId() {
        return String.format("%013d", environment.clock().millis())
                + environment.ids().alphanumeric(RANDOM_LENGTH);
    }

    /**
     * Which checksum the object gets: of its bytes for CRC-64 and where nothing is chosen, else of its parts unless asked otherwise.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">Checksum types</a>
     */
    private static Upload.ChecksumPlan plan(@Nullable String name, @Nullable String type) {
        if (name == null) {
            if (type != null) {
                throw S3Errors.invalidRequest(
                        "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
            }
            return new Upload.ChecksumPlan(Algorithm.CRC64NVME.name(), false, false);
        }
        Algorithm algorithm = Algorithm.named(name);
        boolean composite = type == null ? algorithm.composite() : type.equals("COMPOSITE");
        if (composite ? !algorithm.composite() : !algorithm.fullObject()) {
            throw S3Errors.invalidRequest("The " + (composite ? "COMPOSITE" : "FULL_OBJECT")
                    + " checksum type cannot be used with the "
                    + algorithm.name().toLowerCase(java.util.Locale.ROOT)
                    + " checksum algorithm.");
        }
        return new Upload.ChecksumPlan(algorithm.name(), composite, true);
    }
}

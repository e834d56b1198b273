package io.vaportrail.s3.object;

import io.vaportrail.model.s3.ServerSideEncryptionByDefault;
import io.vaportrail.model.s3.ServerSideEncryptionConfiguration;
import io.vaportrail.model.s3.ServerSideEncryptionRule;
import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import io.vaportrail.s3.store.Encryption;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import org.jspecify.annotations.Nullable;

/**
 * How objects are said to be encrypted: as the request says, else as the bucket is configured, else with S3's own keys.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html">Default encryption</a>
 */
public final class Encryptions {
    private static final String S3_KEYS = "AES256";
    private static final String KMS = "aws:kms";

    private Encryptions() {}

    /** The encryption of the request's object. */
    public static Encryption of(Struct input, Bucket bucket) {
        String algorithm = Members.text(input, "ServerSideEncryption");
        String key = Members.text(input, "SSEKMSKeyId");
        if (algorithm == null) {
            if (key != null) {
                throw S3Errors.invalidArgument(
                        "Server Side Encryption with AWS KMS managed key requires HTTP header"
                                + " x-amz-server-side-encryption : aws:kms",
                        "x-amz-server-side-encryption",
                        "null");
            }
            return ofBucket(bucket);
        }
        boolean kms = algorithm.startsWith(KMS);
        if (!kms && !algorithm.equals(S3_KEYS)) {
            throw S3Errors.invalidArgument(
                    "The encryption method specified is not supported", "x-amz-server-side-encryption", algorithm);
        }
        if (!kms && key != null) {
            throw S3Errors.invalidArgument(
                    "The encryption method specified is not supported", "x-amz-server-side-encryption", algorithm);
        }
        Boolean bucketKey = (Boolean) Members.value(input, "BucketKeyEnabled");
        return kms ? new Encryption(algorithm, keyOrDefault(key, bucket), bucketKey) : Encryption.SSE_S3;
    }

    private static Encryption ofBucket(Bucket bucket) {
        ServerSideEncryptionConfiguration configuration =
                (ServerSideEncryptionConfiguration) bucket.settings().document(Document.ENCRYPTION);
        ServerSideEncryptionRule rule =
                configuration == null ? null : configuration.rules().get(0);
        ServerSideEncryptionByDefault applied = rule == null ? null : rule.applyServerSideEncryptionByDefault();
        if (rule == null || applied == null || !applied.sseAlgorithm().startsWith(KMS)) {
            return Encryption.SSE_S3;
        }
        return new Encryption(
                applied.sseAlgorithm(), keyOrDefault(applied.kmsMasterKeyID(), bucket), rule.bucketKeyEnabled());
    }

    /** Without a key that of S3 in the account is used. */
    private static String keyOrDefault(@Nullable String key, Bucket bucket) {
        return key == null ? "arn:aws:kms:" + bucket.region() + ":" + bucket.owner() + ":alias/aws/s3" : key;
    }

    /** Says in an answer how the object is encrypted. */
    public static void set(StructSchema<?> schema, StructBuilder<?> into, Encryption encryption) {
        Members.set(schema, into, "ServerSideEncryption", encryption.algorithm());
        Members.set(schema, into, "SSEKMSKeyId", encryption.kmsKeyId());
        if (Boolean.TRUE.equals(encryption.bucketKey())) {
            Members.set(schema, into, "BucketKeyEnabled", true);
        }
    }

    /** What CloudTrail calls it. */
    public static String recorded(Struct input, Encryption encryption) {
        boolean stated = Members.text(input, "ServerSideEncryption") != null;
        String name =
                switch (encryption.algorithm()) {
                    case S3_KEYS -> "SSE_S3";
                    case KMS -> "SSE_KMS";
                    default -> "DSSE_KMS";
                };
        return stated ? name : "Default_" + name;
    }
}

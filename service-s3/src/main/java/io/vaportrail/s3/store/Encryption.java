package io.vaportrail.s3.store;

import org.jspecify.annotations.Nullable;

/**
 * How S3 says that an object is encrypted. Nothing is encrypted in the emulator's memory.
 *
 * @param algorithm {@code AES256}, {@code aws:kms} or {@code aws:kms:dsse}
 * @param kmsKeyId the key's ARN or id as given, or {@code null}
 * @param bucketKey whether a bucket key is used, or {@code null} when nobody said
 */
public record Encryption(
        String algorithm,
        @Nullable String kmsKeyId,
        @Nullable Boolean bucketKey) {
    /** What S3 does unless told otherwise. */
    public static final Encryption SSE_S3 = new Encryption("AES256", null, null);
}

package io.vaportrail.core.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The second id of a request to S3 ({@code x-amz-id-2}, {@code HostId} in errors): 76 characters that follow from the first, so that
 * answer and audit record agree without either knowing the other.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/get-request-ids.html">Getting S3 request ids</a>
 */
public final class ExtendedRequestId {
    private static final int BYTES = 56;

    private ExtendedRequestId() {}

    /** The extended id that goes with a request id. */
    public static String of(String requestId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-512").digest(requestId.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-512: missing (expected: in every Java runtime)", e);
        }
    }
}

package io.vaportrail.s3.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The JDK's message digests. */
public final class Digests {
    private Digests() {}

    /** A new digest of this name. */
    public static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + ": missing (expected: in every Java runtime)", e);
        }
    }

    /** The MD5 of the bytes. */
    public static byte[] md5(byte[] bytes) {
        return of("MD5").digest(bytes);
    }
}

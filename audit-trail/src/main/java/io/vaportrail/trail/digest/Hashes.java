package io.vaportrail.trail.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes as digest files state them. */
public final class Hashes {
    private Hashes() {}

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        return of("SHA-256");
    }

    /** The bytes in lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + ": missing (expected: part of every Java)", e);
        }
    }
}

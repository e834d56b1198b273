package io.vaportrail.s3.store;

/**
 * The checksum of an object or part.
 *
 * @param algorithm S3's name, for example {@code CRC32}
 * @param value base64; of a composite one with {@code -} and the number of parts behind it
 * @param composite whether it is made of the checksums of parts, and not of the bytes
 */
public record Checksum(String algorithm, String value, boolean composite) {
    /** S3's name of what it is made of. */
    public String type() {
        return composite ? "COMPOSITE" : "FULL_OBJECT";
    }
}

package io.vaportrail.s3.store;

/**
 * The checksum of an object or part.
 *
 * @param algorithm S3's name, for example {@code CRC32}
 * @param value base64; of a composite one with {@code -} and the number of parts behind it
 * @param composite whether it is made of the checksums of parts, and not of the bytes
 */
public record Checksum(String algorithm, String value, boolean composite) {
    /** The same without the number of parts behind a composite value. */
    public Checksum withoutCount() {
        int end = composite ? value.lastIndexOf('-') : -1;
        return end < 0 ? this : new Checksum(algorithm, value.substring(0, end), true);
    }

    /** S3's name of what it is made of. */
    public String type() {
        return composite ? "COMPOSITE" : "FULL_OBJECT";
    }
}

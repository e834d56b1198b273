package io.vaportrail.trail.digest;

/**
 * A digest file that is ready to be delivered.
 *
 * @param region whose log files it lists
 * @param bucket where it goes
 * @param key its key
 * @param contents compressed
 * @param hash SHA-256 of its contents before compression, in lower-case hexadecimal digits
 * @param signature in lower-case hexadecimal digits; goes into the object's metadata
 * @param listed how many log files it lists
 */
public record DigestFile(
        String region, String bucket, String key, byte[] contents, String hash, String signature, int listed) {
    /** The name of the algorithm, which goes into the object's metadata too. */
    public static final String ALGORITHM = "SHA256withRSA";
}

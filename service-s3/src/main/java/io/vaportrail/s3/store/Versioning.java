package io.vaportrail.s3.store;

/**
 * Whether a bucket keeps versions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html">Versioning</a>
 */
public enum Versioning {
    /** Never was enabled. */
    OFF,
    /** Every write makes a version. */
    ENABLED,
    /** Writes replace the null version; older versions stay. */
    SUSPENDED
}

package io.vaportrail.s3;

/**
 * Every limit of S3, with the page of AWS's documentation that states it. Where the emulator has less room than AWS, that is said.
 *
 * <p>Request rates are left out on purpose: a test double that throttles helps nobody.
 */
public final class S3Limits {
    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket naming rules</a>. */
    public static final int BUCKET_NAME_MIN = 3;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket naming rules</a>. */
    public static final int BUCKET_NAME_MAX = 63;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html">Buckets of an account</a>. */
    public static final int BUCKETS = 10_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">MaxBuckets</a>. */
    public static final int LISTED_BUCKETS = 10_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html">Bytes of a key in UTF-8</a>. */
    public static final int KEY_BYTES = 1_024;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html">Bytes of user metadata</a>. */
    public static final int METADATA_BYTES = 2_048;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">MaxKeys</a>. */
    public static final int LISTED_KEYS = 1_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">Objects in one DeleteObjects</a>. */
    public static final int DELETED_OBJECTS = 1_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Tags of an object</a>. */
    public static final int OBJECT_TAGS = 10;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html">Tags of a bucket</a>. */
    public static final int BUCKET_TAGS = 50;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Characters of a tag's key</a>. */
    public static final int TAG_KEY_LENGTH = 128;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Characters of a tag's value</a>. */
    public static final int TAG_VALUE_LENGTH = 256;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Bytes of a bucket policy</a>. */
    public static final int POLICY_BYTES = 20 * 1024;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">Grants of an ACL</a>. */
    public static final int GRANTS = 100;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">Part numbers</a>. */
    public static final int PARTS = 10_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">Bytes of a part other than the last</a>. */
    public static final long PART_BYTES_MIN = 5L << 20;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">MaxParts</a>. */
    public static final int LISTED_PARTS = 1_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">MaxUploads</a>. */
    public static final int LISTED_UPLOADS = 1_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html">Rules of a CORS configuration</a>. */
    public static final int CORS_RULES = 100;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html">Routing rules</a>. */
    public static final int ROUTING_RULES = 50;

    /**
     * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html">Rules of a lifecycle
     * configuration</a>.
     */
    public static final int LIFECYCLE_RULES = 1_000;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html">Characters of a rule's ID</a>. */
    public static final int LIFECYCLE_ID_LENGTH = 255;

    /**
     * <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html">Newer noncurrent versions to
     * keep</a>.
     */
    public static final int NEWER_VERSIONS = 100;

    /**
     * Bytes of an object put together from parts. AWS takes <a
     * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">terabytes</a>; the emulator keeps an object in one array.
     * One request's body has the limit of the server ({@code --max-object}).
     */
    public static final long OBJECT_BYTES = Integer.MAX_VALUE - 8L;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">X-Amz-Expires</a>, in seconds. */
    public static final long PRESIGNED_SECONDS = 604_800;

    /** <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/HTTPPOSTForms.html">Bytes of a form without its file</a>. */
    public static final int FORM_BYTES = 20 * 1024;

    private S3Limits() {}
}

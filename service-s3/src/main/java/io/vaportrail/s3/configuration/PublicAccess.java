package io.vaportrail.s3.configuration;

import io.vaportrail.model.s3.PublicAccessBlockConfiguration;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket does against being public; a new one does everything.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public
 *     access</a>
 */
public final class PublicAccess {
    private PublicAccess() {}

    /** Blocks all public access to a new bucket. */
    public static void blockAll(Bucket bucket) {
        bucket.settings()
                .setDocument(
                        Document.PUBLIC_ACCESS_BLOCK,
                        PublicAccessBlockConfiguration.builder()
                                .blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(true)
                                .build());
    }

    /** Whether public ACLs count for nothing. */
    public static boolean ignoresPublicAcls(Bucket bucket) {
        PublicAccessBlockConfiguration block = of(bucket);
        return block != null && Boolean.TRUE.equals(block.ignorePublicAcls());
    }

    /** Whether a public policy may not be set. */
    public static boolean blocksPublicPolicy(Bucket bucket) {
        PublicAccessBlockConfiguration block = of(bucket);
        return block != null && Boolean.TRUE.equals(block.blockPublicPolicy());
    }

    /** Whether only services and the owner's account get at a bucket with a public policy. */
    public static boolean restrictsPublicBuckets(Bucket bucket) {
        PublicAccessBlockConfiguration block = of(bucket);
        return block != null && Boolean.TRUE.equals(block.restrictPublicBuckets());
    }

    /** Refuses a public ACL where such are blocked. */
    public static void checkAcl(Bucket bucket, Acl acl) {
        PublicAccessBlockConfiguration block = of(bucket);
        if (block != null && Boolean.TRUE.equals(block.blockPublicAcls()) && acl.isPublic()) {
            throw S3Errors.accessDenied("Access Denied");
        }
    }

    private static @Nullable PublicAccessBlockConfiguration of(Bucket bucket) {
        return (PublicAccessBlockConfiguration) bucket.settings().document(Document.PUBLIC_ACCESS_BLOCK);
    }
}

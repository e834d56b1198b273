package io.vaportrail.s3.configuration;

import io.vaportrail.model.s3.ObjectOwnership;
import io.vaportrail.model.s3.OwnershipControls;
import io.vaportrail.model.s3.OwnershipControlsRule;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the objects that others write, and whether ACLs count at all.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Object Ownership</a>
 */
public final class OwnershipControlsRules {
    private OwnershipControlsRules() {}

    /** The ownership asked for, else that of new buckets. */
    public static String orDefault(@Nullable String asked) {
        return asked == null ? ObjectOwnership.BUCKET_OWNER_ENFORCED : asked;
    }

    /** Sets the ownership of a bucket. */
    public static void set(Bucket bucket, String ownership) {
        bucket.settings()
                .setDocument(
                        Document.OWNERSHIP_CONTROLS,
                        OwnershipControls.builder()
                                .rules(List.of(OwnershipControlsRule.builder()
                                        .objectOwnership(ownership)
                                        .build()))
                                .build());
    }

    /** The ownership of a bucket; without a rule the writer owns. */
    public static String of(Bucket bucket) {
        OwnershipControls controls = (OwnershipControls) bucket.settings().document(Document.OWNERSHIP_CONTROLS);
        return controls == null
                ? ObjectOwnership.OBJECT_WRITER
                : controls.rules().get(0).objectOwnership();
    }

    /** Whether the bucket has no ACLs. */
    public static boolean enforced(Bucket bucket) {
        return of(bucket).equals(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    }

    /** Refuses an ACL for a new bucket that is to have none. */
    public static void checkAcl(String ownership, Acl acl) {
        if (ownership.equals(ObjectOwnership.BUCKET_OWNER_ENFORCED) && !acl.equals(Acl.ownedBy(acl.owner()))) {
            throw S3Errors.aclWithEnforcedOwner();
        }
    }

    /** Who owns an object that an account writes with an ACL. */
    public static String ownerOf(Bucket bucket, String writer, @Nullable String cannedAcl) {
        return switch (of(bucket)) {
            case ObjectOwnership.BUCKET_OWNER_ENFORCED -> bucket.owner();
            case ObjectOwnership.BUCKET_OWNER_PREFERRED ->
                "bucket-owner-full-control".equals(cannedAcl) ? bucket.owner() : writer;
            default -> writer;
        };
    }

    /** The ACL of an object that is written; in a bucket without ACLs only those that give its owner everything may be stated. */
    public static Acl objectAcl(Bucket bucket, String owner, @Nullable Acl stated, @Nullable String canned) {
        if (!enforced(bucket)) {
            Acl acl = stated == null ? Acl.ownedBy(owner) : stated;
            PublicAccess.checkAcl(bucket, acl);
            return acl;
        }
        Acl own = Acl.ownedBy(bucket.owner());
        boolean allowed = stated == null || "bucket-owner-full-control".equals(canned) || stated.equals(own);
        if (!allowed) {
            throw S3Errors.aclNotSupported();
        }
        return own;
    }
}

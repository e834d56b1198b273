package io.vaportrail.s3.access;

import io.vaportrail.s3.S3Errors;
import java.util.ArrayList;
import java.util.List;

/**
 * ACLs by name.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl">Canned ACL</a>
 */
final class CannedAcl {
    private static final String READ = "READ";
    private static final String WRITE = "WRITE";

    private CannedAcl() {}

    /**
     * The ACL of this name.
     *
     * @param owner account that owns the bucket or object
     * @param bucketOwner account that owns the bucket
     */
    static Acl of(String name, String owner, String bucketOwner) {
        List<AclGrant> grants = new ArrayList<>(3);
        grants.add(AclGrant.toAccount(owner, AclGrant.FULL_CONTROL));
        switch (name) {
            case "private", "aws-exec-read" -> {}
            case "public-read" -> grants.add(AclGrant.toGroup(AclGrant.ALL_USERS, READ));
            case "public-read-write" -> {
                grants.add(AclGrant.toGroup(AclGrant.ALL_USERS, READ));
                grants.add(AclGrant.toGroup(AclGrant.ALL_USERS, WRITE));
            }
            case "authenticated-read" -> grants.add(AclGrant.toGroup(AclGrant.AUTHENTICATED_USERS, READ));
            case "bucket-owner-read" -> addOwner(grants, owner, bucketOwner, READ);
            case "bucket-owner-full-control" -> addOwner(grants, owner, bucketOwner, AclGrant.FULL_CONTROL);
            case "log-delivery-write" -> {
                grants.add(AclGrant.toGroup(AclGrant.LOG_DELIVERY, WRITE));
                grants.add(AclGrant.toGroup(AclGrant.LOG_DELIVERY, "READ_ACP"));
            }
            default -> throw S3Errors.invalidArgument("", "x-amz-acl", name);
        }
        return new Acl(owner, List.copyOf(grants));
    }

    private static void addOwner(List<AclGrant> grants, String owner, String bucketOwner, String permission) {
        if (!owner.equals(bucketOwner)) {
            grants.add(AclGrant.toAccount(bucketOwner, permission));
        }
    }
}

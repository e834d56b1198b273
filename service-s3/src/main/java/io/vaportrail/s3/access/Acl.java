package io.vaportrail.s3.access;

import java.util.List;

/**
 * Who may do what with a bucket or object.
 *
 * @param owner account id of the owner
 * @param grants in the order given
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">Access control list overview</a>
 */
public record Acl(String owner, List<AclGrant> grants) {
    /** What is owned by an account alone. */
    public static Acl ownedBy(String account) {
        return new Acl(account, List.of(AclGrant.toAccount(account, AclGrant.FULL_CONTROL)));
    }

    /** Whether everybody has the permission. */
    public boolean allowsEverybody(String permission) {
        for (AclGrant grant : grants) {
            boolean fits =
                    grant.permission().equals(permission) || grant.permission().equals(AclGrant.FULL_CONTROL);
            if (fits && grant.grantee().equals(AclGrant.ALL_USERS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether everybody, or everybody with an account, has some permission. */
    public boolean isPublic() {
        for (AclGrant grant : grants) {
            if (grant.grantee().equals(AclGrant.ALL_USERS) || grant.grantee().equals(AclGrant.AUTHENTICATED_USERS)) {
                return true;
            }
        }
        return false;
    }
}

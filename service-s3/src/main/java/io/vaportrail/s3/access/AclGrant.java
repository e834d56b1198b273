package io.vaportrail.s3.access;

/**
 * One permission of an ACL.
 *
 * @param type {@code CanonicalUser} or {@code Group}
 * @param grantee canonical user id, or the URI of a group
 * @param permission {@code READ}, {@code WRITE}, {@code READ_ACP}, {@code WRITE_ACP} or {@code FULL_CONTROL}
 */
public record AclGrant(String type, String grantee, String permission) {
    /** All permissions. */
    public static final String FULL_CONTROL = "FULL_CONTROL";

    /** A type of grantee. */
    public static final String CANONICAL_USER = "CanonicalUser";

    /** A type of grantee. */
    public static final String GROUP = "Group";

    /** Everybody. */
    public static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

    /** Everybody with an account. */
    public static final String AUTHENTICATED_USERS = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

    /** The service that writes access logs. */
    public static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    /** A permission of an account. */
    public static AclGrant toAccount(String account, String permission) {
        return new AclGrant(CANONICAL_USER, CanonicalUser.id(account), permission);
    }

    /** A permission of a group. */
    public static AclGrant toGroup(String uri, String permission) {
        return new AclGrant(GROUP, uri, permission);
    }
}

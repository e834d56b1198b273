package io.vaportrail.s3.access;

import io.vaportrail.model.s3.AccessControlPolicy;
import io.vaportrail.model.s3.Grant;
import io.vaportrail.model.s3.Grantee;
import io.vaportrail.model.s3.Owner;
import io.vaportrail.s3.Members;
import io.vaportrail.s3.S3Error;
import io.vaportrail.s3.S3Errors;
import io.vaportrail.s3.S3Limits;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ACLs as requests and answers carry them: by a canned name, by grant headers, or as a document.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html">PutBucketAcl</a>
 */
public final class AclDocuments {
    private static final Map<String, String> HEADERS = headers();

    private AclDocuments() {}

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("GrantFullControl", AclGrant.FULL_CONTROL);
        headers.put("GrantRead", "READ");
        headers.put("GrantReadACP", "READ_ACP");
        headers.put("GrantWrite", "WRITE");
        headers.put("GrantWriteACP", "WRITE_ACP");
        return headers;
    }

    /** The ACL of a bucket that a request makes or changes. */
    public static Acl ofBucket(Struct request, String owner) {
        Acl stated = stated(request, owner, owner);
        return stated == null ? Acl.ownedBy(owner) : stated;
    }

    /** The ACL that a request states by name or header, or {@code null} when it states none. */
    public static @Nullable Acl stated(Struct request, String owner, String bucketOwner) {
        String canned = Members.text(request, "ACL");
        List<AclGrant> grants = granted(request);
        if (canned != null && !grants.isEmpty()) {
            throw S3Errors.invalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");
        }
        if (canned != null) {
            return CannedAcl.of(canned, owner, bucketOwner);
        }
        return grants.isEmpty() ? null : new Acl(owner, List.copyOf(grants));
    }

    private static List<AclGrant> granted(Struct request) {
        List<AclGrant> grants = new ArrayList<>(2);
        HEADERS.forEach((member, permission) -> {
            String header = Members.text(request, member);
            if (header != null) {
                for (String grantee : header.split(",", -1)) {
                    grants.add(grant(grantee.strip(), permission));
                }
            }
        });
        return grants;
    }

    /** {@code id="…"}, {@code uri="…"} or {@code emailAddress="…"}. */
    private static AclGrant grant(String grantee, String permission) {
        int equals = grantee.indexOf('=');
        String type = equals < 0 ? "" : grantee.substring(0, equals);
        String value = grantee.substring(equals + 1).replace("\"", "");
        return switch (type) {
            case "id" -> toUser(value, permission);
            case "uri" -> toGroup(value, permission);
            case "emailAddress" -> throw S3Errors.notImplemented("grants of S3 to email addresses");
            default -> throw S3Errors.invalidArgument("Argument format not recognized", "x-amz-grant", grantee);
        };
    }

    /** The ACL of a document. */
    public static Acl parse(AccessControlPolicy document, String owner) {
        Owner stated = document.owner();
        if (stated == null || stated.id() == null || document.grants() == null) {
            throw malformed();
        }
        if (!stated.id().equals(CanonicalUser.id(owner))) {
            throw S3Errors.accessDenied("Access Denied");
        }
        if (document.grants().size() > S3Limits.GRANTS) {
            throw malformed();
        }
        List<AclGrant> grants = new ArrayList<>();
        for (Grant grant : document.grants()) {
            grants.add(grant(grant));
        }
        return new Acl(owner, List.copyOf(grants));
    }

    private static AclGrant grant(Grant grant) {
        Grantee grantee = grant.grantee();
        String permission = grant.permission();
        if (grantee == null || permission == null) {
            throw malformed();
        }
        String id = grantee.id();
        String uri = grantee.uri();
        if (grantee.type().equals(AclGrant.CANONICAL_USER) && id != null) {
            return toUser(id, permission);
        } else if (grantee.type().equals(AclGrant.GROUP) && uri != null) {
            return toGroup(uri, permission);
        } else if (grantee.emailAddress() != null) {
            throw S3Errors.notImplemented("grants of S3 to email addresses");
        }
        throw malformed();
    }

    private static AclGrant toUser(String id, String permission) {
        if (!id.matches("[0-9a-f]{64}")) {
            throw S3Errors.invalidArgument("Invalid id", "CanonicalUser/ID", id);
        }
        return new AclGrant(AclGrant.CANONICAL_USER, id, permission);
    }

    private static AclGrant toGroup(String uri, String permission) {
        if (!uri.equals(AclGrant.ALL_USERS)
                && !uri.equals(AclGrant.AUTHENTICATED_USERS)
                && !uri.equals(AclGrant.LOG_DELIVERY)) {
            throw S3Errors.invalidArgument("Invalid group uri", "uri", uri);
        }
        return AclGrant.toGroup(uri, permission);
    }

    /** The grants of a document. */
    public static List<Grant> grants(Acl acl) {
        List<Grant> grants = new ArrayList<>();
        for (AclGrant grant : acl.grants()) {
            Grantee.Builder grantee = Grantee.builder().type(grant.type());
            if (grant.type().equals(AclGrant.GROUP)) {
                grantee.uri(grant.grantee());
            } else {
                grantee.id(grant.grantee());
            }
            grants.add(Grant.builder()
                    .grantee(grantee.build())
                    .permission(grant.permission())
                    .build());
        }
        return grants;
    }

    /** An account as an owner. */
    public static Owner owner(String account) {
        return Owner.builder().id(CanonicalUser.id(account)).build();
    }

    private static S3Error malformed() {
        return S3Errors.malformedAcl();
    }
}

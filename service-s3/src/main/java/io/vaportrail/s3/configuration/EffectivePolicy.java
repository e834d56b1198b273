package io.vaportrail.s3.configuration;

import io.vaportrail.core.json.Json;
import io.vaportrail.s3.access.Acl;
import io.vaportrail.s3.store.Bucket;
import io.vaportrail.s3.store.BucketSettings.Policy;
import io.vaportrail.s3.store.ObjectVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What decides over a bucket or object beside the caller's own policies: the bucket's policy, what ACLs grant to everybody, and the
 * block of public access, all said in one policy.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping">Mapping
 *     of ACL permissions and access policy permissions</a>
 */
public final class EffectivePolicy {
    private static final Map<String, List<String>> BUCKET_ACTIONS = Map.of(
            "READ", List.of("s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"),
            "WRITE", List.of("s3:PutObject"),
            "READ_ACP", List.of("s3:GetBucketAcl"),
            "WRITE_ACP", List.of("s3:PutBucketAcl"));
    private static final Map<String, List<String>> OBJECT_ACTIONS = Map.of(
            "READ", List.of("s3:GetObject", "s3:GetObjectVersion"),
            "READ_ACP", List.of("s3:GetObjectAcl", "s3:GetObjectVersionAcl"),
            "WRITE_ACP", List.of("s3:PutObjectAcl", "s3:PutObjectVersionAcl"));

    private EffectivePolicy() {}

    /**
     * The policy for a bucket or an object in it, or {@code null} when nothing but the caller's policies decides.
     *
     * @param arn of the bucket or object
     */
    public static @Nullable String of(Bucket bucket, String arn) {
        Policy policy = bucket.settings().policy();
        String stated = policy == null ? null : policy.text();
        List<Object> added = new ArrayList<>();
        if (!PublicAccess.ignoresPublicAcls(bucket)) {
            addGrants(added, bucket, arn);
        }
        if (policy != null && policy.isPublic() && PublicAccess.restrictsPublicBuckets(bucket)) {
            added.add(againstStrangers(bucket));
        }
        return added.isEmpty() ? stated : merged(stated, added);
    }

    private static void addGrants(List<Object> added, Bucket bucket, String arn) {
        Acl acl = bucket.settings().acl();
        if (acl.isPublic()) {
            add(added, acl, BUCKET_ACTIONS, List.of(bucket.arn(), bucket.arn() + "/*"));
        }
        if (arn.length() > bucket.arn().length()) {
            ObjectVersion newest = bucket.newest(arn.substring(bucket.arn().length() + 1));
            if (newest != null && newest.acl().isPublic()) {
                add(added, newest.acl(), OBJECT_ACTIONS, List.of(arn));
            }
        }
    }

    private static void add(List<Object> added, Acl acl, Map<String, List<String>> actions, List<String> resources) {
        actions.forEach((permission, allowed) -> {
            if (acl.allowsEverybody(permission)) {
                Map<String, Object> statement = new LinkedHashMap<>();
                statement.put("Effect", "Allow");
                statement.put("Principal", "*");
                statement.put("Action", allowed);
                statement.put("Resource", resources);
                added.add(statement);
            }
        });
    }

    /** Nobody from outside gets at a bucket with a public policy that is restricted. */
    private static Map<String, Object> againstStrangers(Bucket bucket) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Deny");
        statement.put("Principal", "*");
        statement.put("Action", "s3:*");
        statement.put("Resource", List.of(bucket.arn(), bucket.arn() + "/*"));
        statement.put("Condition", Map.of("StringEquals", Map.of("aws:PrincipalType", "Anonymous")));
        return statement;
    }

    private static String merged(@Nullable String stated, List<Object> added) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        List<Object> statements = new ArrayList<>(added);
        if (stated != null) {
            Map<String, @Nullable Object> parsed = Json.readObject(stated);
            Object own = parsed == null ? null : parsed.get("Statement");
            if (own instanceof List<?> list) {
                statements.addAll(list);
            } else if (own != null) {
                statements.add(own);
            }
            Object version = parsed == null ? null : parsed.get("Version");
            document.put("Version", version == null ? "2008-10-17" : version);
        }
        document.put("Statement", statements);
        return Json.write(document);
    }
}

package io.vaportrail.core.pipeline;

import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Condition keys whose value is a member of the input, and the tags of a request.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Service Authorization Reference</a>
 */
final class InputConditions {
    /** Keys in lower case, each with the member that it stands for. */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("sts:externalid", "ExternalId"),
            Map.entry("sts:rolesessionname", "RoleSessionName"),
            Map.entry("sts:sourceidentity", "SourceIdentity"),
            Map.entry("sts:transitivetagkeys", "TransitiveTagKeys"),
            Map.entry("s3:prefix", "Prefix"),
            Map.entry("s3:delimiter", "Delimiter"),
            Map.entry("s3:max-keys", "MaxKeys"),
            Map.entry("s3:versionid", "VersionId"),
            Map.entry("s3:x-amz-acl", "ACL"),
            Map.entry("s3:x-amz-copy-source", "CopySource"),
            Map.entry("s3:x-amz-grant-full-control", "GrantFullControl"),
            Map.entry("s3:x-amz-grant-read", "GrantRead"),
            Map.entry("s3:x-amz-grant-read-acp", "GrantReadACP"),
            Map.entry("s3:x-amz-grant-write", "GrantWrite"),
            Map.entry("s3:x-amz-grant-write-acp", "GrantWriteACP"),
            Map.entry("s3:x-amz-metadata-directive", "MetadataDirective"),
            Map.entry("s3:x-amz-server-side-encryption", "ServerSideEncryption"),
            Map.entry("s3:x-amz-server-side-encryption-aws-kms-key-id", "SSEKMSKeyId"),
            Map.entry("s3:x-amz-storage-class", "StorageClass"),
            Map.entry("s3:x-amz-website-redirect-location", "WebsiteRedirectLocation"),
            Map.entry("sns:protocol", "Protocol"),
            Map.entry("sns:endpoint", "Endpoint"),
            Map.entry("iam:policyarn", "PolicyArn"),
            Map.entry("iam:permissionsboundary", "PermissionsBoundary"),
            Map.entry("iam:awsservicename", "AWSServiceName"),
            Map.entry("cloudwatch:namespace", "Namespace"));

    private static final String SESSION_NAME = "RoleSessionName";

    /** How long a role session lasts where nothing is said. */
    private static final String ROLE_SESSION_SECONDS = "3600";

    private static final List<String> TAG_MEMBERS = List.of("Tags", "tags");
    private static final List<String> TAG_KEY_MEMBERS = List.of("TagKeys", "tagKeys");

    private final Struct input;

    InputConditions(Struct input) {
        this.input = input;
    }

    /** Whether a role session is asked for. */
    boolean beginsRoleSession() {
        return input.schema().memberNamed(SESSION_NAME) != null;
    }

    /** Whether the code of a device comes with the call; whether it is right is for the operation to say. */
    boolean hasSecondFactor() {
        return beginsRoleSession() && member(input, "SerialNumber") != null && member(input, "TokenCode") != null;
    }

    /** The values of a key that names a member, or {@code null}. */
    @Nullable List<String> values(String key) {
        if (key.equals("sts:durationseconds") && beginsRoleSession()) {
            Object seconds = member(input, "DurationSeconds");
            return List.of(seconds == null ? ROLE_SESSION_SECONDS : seconds.toString());
        }
        String name = MEMBERS.get(key);
        Object value = name == null ? null : member(input, name);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? null : List.of(value.toString());
    }

    /** The tags that the request gives. */
    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        Object given = first(TAG_MEMBERS);
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> tags.put(String.valueOf(key), String.valueOf(value)));
        } else if (given instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Struct tag) {
                    put(tag, tags);
                }
            }
        }
        return tags;
    }

    /**
     * The keys of the tags that the request gives or takes away, or {@code null} when there are none.
     *
     * @param given those that it gives
     */
    @Nullable List<String> tagKeys(Set<String> given) {
        List<String> keys = new ArrayList<>(given);
        if (first(TAG_KEY_MEMBERS) instanceof List<?> taken) {
            taken.forEach(key -> keys.add(String.valueOf(key)));
        }
        return keys.isEmpty() ? null : keys;
    }

    private static void put(Struct tag, Map<String, String> into) {
        String key = null;
        String value = "";
        for (Member member : tag.schema().members()) {
            Object found = tag.get(member.index());
            if (found != null && member.name().endsWith("Key")) {
                key = found.toString();
            } else if (found != null) {
                value = found.toString();
            }
        }
        if (key != null) {
            into.put(key, value);
        }
    }

    private @Nullable Object first(List<String> names) {
        for (String name : names) {
            Object found = member(input, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object member(Struct struct, String name) {
        Member member = struct.schema().memberNamed(name);
        return member == null ? null : struct.get(member.index());
    }
}

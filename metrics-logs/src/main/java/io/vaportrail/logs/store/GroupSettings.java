package io.vaportrail.logs.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a log group.
 *
 * @param retentionInDays how long events are kept, or {@code null} for ever
 * @param kmsKeyId the ARN of the key that is said to encrypt it, or {@code null}
 * @param tags by key
 * @param deletionProtection whether it cannot be deleted
 */
public record GroupSettings(
        @Nullable Integer retentionInDays,
        @Nullable String kmsKeyId,
        Map<String, String> tags,
        boolean deletionProtection) {

    /** The same with another retention. */
    public GroupSettings withRetention(@Nullable Integer days) {
        return new GroupSettings(days, kmsKeyId, tags, deletionProtection);
    }

    /** The same with another key. */
    public GroupSettings withKmsKey(@Nullable String key) {
        return new GroupSettings(retentionInDays, key, tags, deletionProtection);
    }

    /** The same, protected or not. */
    public GroupSettings withDeletionProtection(boolean on) {
        return new GroupSettings(retentionInDays, kmsKeyId, tags, on);
    }

    /** The same with tags added or changed. */
    public GroupSettings withTags(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(tags);
        all.putAll(more);
        return new GroupSettings(retentionInDays, kmsKeyId, all, deletionProtection);
    }

    /** The same without some tags. */
    public GroupSettings withoutTags(Set<String> keys) {
        Map<String, String> rest = new LinkedHashMap<>(tags);
        rest.keySet().removeAll(keys);
        return new GroupSettings(retentionInDays, kmsKeyId, rest, deletionProtection);
    }
}

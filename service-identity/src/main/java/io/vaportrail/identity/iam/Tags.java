package io.vaportrail.identity.iam;

import io.vaportrail.identity.store.Tagged;
import io.vaportrail.model.iam.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tags. Their keys keep their case and are not told apart by it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules_case-sensitivity">Case sensitivity</a>
 */
public final class Tags {
    private static final String RESERVED = "aws:";

    private Tags() {}

    /** What a new resource is tagged with. */
    public static Map<String, String> initial(@Nullable List<Tag> tags) {
        return tags == null ? Map.of() : merged(Map.of(), tags);
    }

    /** Adds tags, and replaces those whose keys are there. */
    public static void add(Tagged resource, List<Tag> tags) {
        resource.tags(merged(resource.tags(), tags));
    }

    private static Map<String, String> merged(Map<String, String> known, List<Tag> added) {
        Map<String, String> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Tag tag : added) {
            if (tag.key().toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
                throw IamErrors.invalidInput("Tag keys starting with 'aws:' are reserved for system use.");
            }
            if (keys.put(tag.key(), tag.key()) != null) {
                throw IamErrors.invalidInput(
                        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
        Map<String, String> tags = new TreeMap<>(known);
        tags.keySet().removeIf(keys::containsKey);
        for (Tag tag : added) {
            tags.put(tag.key(), tag.value());
        }
        if (tags.size() > IamLimits.TAGS) {
            throw IamErrors.limitExceeded("The number of tags has reached the maximum limit.");
        }
        return tags;
    }

    /** Takes tags away; keys that are not there are nothing to worry about. */
    public static void remove(Tagged resource, List<String> keys) {
        Map<String, String> tags = new TreeMap<>(resource.tags());
        for (String key : keys) {
            tags.keySet().removeIf(key::equalsIgnoreCase);
        }
        resource.tags(tags);
    }

    /** All tags as answers carry them, or {@code null} when there are none. */
    public static @Nullable List<Tag> view(Tagged resource) {
        return resource.tags().isEmpty() ? null : list(resource.tags().entrySet());
    }

    /** One page of the tags. */
    public static Paging<Map.Entry<String, String>> page(
            Tagged resource, @Nullable String marker, @Nullable Integer maxItems) {
        return Paging.of(resource.tags().entrySet(), Map.Entry::getKey, marker, maxItems);
    }

    /** Tags as answers carry them. */
    public static List<Tag> list(Iterable<Map.Entry<String, String>> entries) {
        List<Tag> views = new ArrayList<>();
        for (Map.Entry<String, String> entry : entries) {
            views.add(Tag.builder().key(entry.getKey()).value(entry.getValue()).build());
        }
        return views;
    }
}

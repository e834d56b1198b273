package io.vaportrail.metrics;

import io.vaportrail.model.cloudwatch.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tags as they come and as they are kept. */
public final class Tags {
    private Tags() {}

    /** The tags of a new resource, checked. */
    public static Map<String, String> of(@Nullable List<Tag> tags) {
        return merged(Map.of(), tags);
    }

    /** Tags with others put over them, checked. */
    public static Map<String, String> merged(Map<String, String> present, @Nullable List<Tag> added) {
        TreeMap<String, String> merged = new TreeMap<>(present);
        for (Tag tag : added == null ? List.<Tag>of() : added) {
            if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw MetricErrors.invalidValue("Tag keys must not start with aws: " + tag.key());
            }
            merged.put(tag.key(), tag.value());
        }
        if (merged.size() > MetricLimits.TAGS) {
            throw MetricErrors.invalidValue("A resource can have at most " + MetricLimits.TAGS + " tags");
        }
        return merged;
    }

    /** As AWS lists them. */
    public static List<Tag> view(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}

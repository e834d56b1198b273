package io.vaportrail.trail.trails;

import io.vaportrail.model.cloudtrail.Tag;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a trail, in the order added. A key may come without a value.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AddTags.html">AddTags</a>
 */
final class TrailTags {
    private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private final Map<String, @Nullable String> values = new LinkedHashMap<>();

    /** Adds tags or replaces their values; all or none. */
    synchronized void add(List<Tag> tags) {
        Set<String> added = new HashSet<>();
        for (Tag tag : tags) {
            checkCharacters(tag.key());
            checkCharacters(tag.value());
            if (!added.add(tag.key())) {
                throw TrailErrors.duplicateTag(tag.key());
            }
            if (tag.key().startsWith("aws:")) {
                throw TrailErrors.reservedTag(tag.key());
            }
        }
        added.addAll(values.keySet());
        if (added.size() > TrailQuotas.TAGS) {
            throw TrailErrors.tooManyTags();
        }
        tags.forEach(tag -> values.put(tag.key(), tag.value()));
    }

    private static void checkCharacters(@Nullable String text) {
        if (text != null && !CHARACTERS.matcher(text).matches()) {
            throw TrailErrors.tagCharacters(text);
        }
    }

    /** Removes tags by their keys. */
    synchronized void remove(List<Tag> tags) {
        tags.forEach(tag -> values.remove(tag.key()));
    }

    synchronized List<Tag> list() {
        return values.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}

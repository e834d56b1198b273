package io.vaportrail.sns.tag;

import io.vaportrail.model.sns.Tag;
import io.vaportrail.sns.SnsErrors;
import io.vaportrail.sns.SnsLimits;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which tags topics can have; the model bounds their lengths.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-tags.html">Topic tagging</a>
 */
public final class TagRules {
    private TagRules() {}

    /** Tags with others added; refused when a key comes twice or there are too many. */
    public static Map<String, String> merged(Map<String, String> tags, List<Tag> added) {
        Map<String, String> merged = new LinkedHashMap<>(tags);
        Set<String> keys = new HashSet<>();
        for (Tag tag : added) {
            if (!keys.add(tag.key())) {
                throw SnsErrors.invalid("Duplicated keys are not allowed.");
            }
            if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw SnsErrors.invalid("Tag keys must not start with aws:");
            }
            merged.put(tag.key(), tag.value());
        }
        if (merged.size() > SnsLimits.TAGS) {
            throw SnsErrors.tooManyTags();
        }
        return merged;
    }
}

package io.vaportrail.events.tag;

import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import io.vaportrail.model.events.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which tags buses and rules can have; the model bounds their lengths. */
public final class TagRules {
    private TagRules() {}

    /** The tags that something begins with. */
    public static Map<String, String> initial(@Nullable List<Tag> tags) {
        return tags == null ? Map.of() : merged(Map.of(), tags);
    }

    /** Tags with others added; refused when there are too many, or keys that are AWS's own. */
    static Map<String, String> merged(Map<String, String> tags, List<Tag> added) {
        Map<String, String> merged = new TreeMap<>(tags);
        for (Tag tag : added) {
            if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw EventsErrors.validation("Tag keys that start with aws: are reserved: " + tag.key());
            }
            merged.put(tag.key(), tag.value());
        }
        if (merged.size() > EventsLimits.TAGS) {
            throw EventsErrors.validation("A resource can have " + EventsLimits.TAGS + " tags at most.");
        }
        return merged;
    }
}

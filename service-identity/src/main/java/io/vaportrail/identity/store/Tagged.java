package io.vaportrail.identity.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What tags can be put on. */
public interface Tagged {
    /** Its tags, by key in alphabetical order. */
    Map<String, String> tags();

    /** Replaces the tags. */
    void tags(Map<String, String> changed);

    /** An unchanging copy, sorted by key. */
    static Map<String, String> frozen(Map<String, String> tags) {
        return tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
    }
}

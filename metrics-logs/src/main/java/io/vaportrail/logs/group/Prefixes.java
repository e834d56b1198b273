package io.vaportrail.logs.group;

import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The part of a map whose keys start with a text. */
public final class Prefixes {
    private Prefixes() {}

    /** The part of the map whose keys start with the prefix; all of it without one. */
    public static <V> NavigableMap<String, V> of(NavigableMap<String, V> all, @Nullable String prefix) {
        return prefix == null || prefix.isEmpty() ? all : all.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
    }
}

package io.vaportrail.trail.record;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order in which keys come in S3's records: that of a {@link HashMap} made of another map. How large such a map is made changed
 * with JDK 19, and with it the order; the records that were observed have the order of before.
 */
final class AwsOrder {
    private static final float LOAD = 0.75f;

    private AwsOrder() {}

    /** The same entries in that order. */
    static <V extends @Nullable Object> Map<String, V> of(Map<String, V> map) {
        Map<String, V> ordered = new HashMap<>((int) (map.size() / LOAD + 1));
        ordered.putAll(map);
        return ordered;
    }
}

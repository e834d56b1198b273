package io.vaportrail.metrics.alarm.state;

import io.vaportrail.model.cloudwatch.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dimensions as history and notifications write them. */
public final class DimensionsJson {
    private DimensionsJson() {}

    /** One object each, its members in AWS's order. */
    public static List<Map<String, @Nullable Object>> of(@Nullable List<Dimension> dimensions) {
        List<Map<String, @Nullable Object>> listed = new ArrayList<>();
        for (Dimension dimension : dimensions == null ? List.<Dimension>of() : dimensions) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("value", dimension.value());
            one.put("name", dimension.name());
            listed.add(one);
        }
        return listed;
    }
}

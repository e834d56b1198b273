package io.vaportrail.core.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoded parameters of a form body or query string, in the order sent; of a name sent twice the last value holds. */
public final class FormParameters {
    private final Map<String, String> values;

    /** Parameters of these names and values, both percent-decoded. */
    public FormParameters(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** The value of this name, or {@code null}. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** All names and values. */
    public Map<String, String> all() {
        return values;
    }
}

package io.vaportrail.s3.form;

import io.vaportrail.core.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Headers of one value each. */
final class FieldHeaders implements Headers {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FieldHeaders(Map<String, String> values) {
        this.values.putAll(values);
    }

    @Override
    public @Nullable String first(String name) {
        return values.get(name);
    }

    @Override
    public List<String> all(String name) {
        String value = values.get(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public void forEach(BiConsumer<String, String> action) {
        values.forEach(action);
    }
}

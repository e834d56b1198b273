package io.vaportrail.conformance.answers;

import io.vaportrail.core.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts that hold JSON: where {@code {"json": …}} is expected, they are compared as trees. IAM writes them percent-encoded. */
final class JsonTexts {
    private static final String ENCODED_BRACE = "%7B";

    private JsonTexts() {}

    /** The answer with texts as trees where a tree is expected. */
    static @Nullable Object parsed(@Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> wanted && wanted.containsKey("json") && actual instanceof String text) {
            String json = text.startsWith(ENCODED_BRACE) ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
            return Map.of("json", Objects.requireNonNull(Json.readObject(json), text));
        }
        if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> found) {
            Map<String, @Nullable Object> converted = new LinkedHashMap<>();
            found.forEach((name, value) -> converted.put(String.valueOf(name), parsed(wanted.get(name), value)));
            return converted;
        }
        if (expected instanceof List<?> wanted && actual instanceof List<?> found && wanted.size() == found.size()) {
            List<@Nullable Object> converted = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                converted.add(parsed(wanted.get(i), found.get(i)));
            }
            return converted;
        }
        return actual;
    }
}

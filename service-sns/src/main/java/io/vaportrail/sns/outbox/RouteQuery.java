package io.vaportrail.sns.outbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a request outside the AWS protocols. */
final class RouteQuery {
    private final Map<String, String> values = new HashMap<>();

    /** Reads a query; what is not {@code name=value} is left out, and so is what cannot be decoded. */
    RouteQuery(@Nullable String query) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
    }

    private void put(String name, String value) {
        try {
            // A plus sign stands for itself: phone numbers begin with one.
            values.put(name, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            values.put(name, value);
        }
    }

    @Nullable String get(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}

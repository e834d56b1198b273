package io.vaportrail.core.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a request outside the AWS protocols. A plus sign stands for itself: phone numbers begin with one. */
public final class RouteQuery {
    private final Map<String, String> values = new HashMap<>();

    /** Reads a query; what is not {@code name=value} is left out, and what cannot be decoded stays as it is. */
    public RouteQuery(@Nullable String query) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
    }

    /** Decodes a part of an address; what cannot be decoded stays as it is. */
    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** A value, or {@code null}. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** A value, or another. */
    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}

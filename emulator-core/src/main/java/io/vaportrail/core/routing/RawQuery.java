package io.vaportrail.core.routing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string, undecoded, each with its first value: enough to tell operations apart. */
final class RawQuery {
    private static final RawQuery NONE = new RawQuery(Map.of());

    private final Map<String, String> parameters;

    private RawQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static RawQuery of(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return NONE;
        }
        Map<String, String> parameters = new HashMap<>();
        Pairs.forEach(query, parameters::putIfAbsent);
        return new RawQuery(parameters);
    }

    /** Whether the parameter is there, with the value unless that is {@code null}. */
    boolean has(String name, @Nullable String value) {
        String sent = parameters.get(name);
        return sent != null && (value == null || value.equals(sent));
    }

    @Nullable String get(String name) {
        return parameters.get(name);
    }
}

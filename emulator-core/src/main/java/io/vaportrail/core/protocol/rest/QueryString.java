package io.vaportrail.core.protocol.rest;

import io.vaportrail.core.protocol.PercentCoding;
import io.vaportrail.core.protocol.SerializationErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string, decoded, each with all its values in the order sent. */
final class QueryString {
    private QueryString() {}

    static Map<String, List<String>> parse(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int start = 0;
        while (start <= query.length()) {
            int end = query.indexOf('&', start);
            if (end < 0) {
                end = query.length();
            }
            if (end > start) {
                add(parameters, query.substring(start, end));
            }
            start = end + 1;
        }
        return parameters;
    }

    private static void add(Map<String, List<String>> parameters, String pair) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
    }

    private static String decoded(String text) {
        String decoded = PercentCoding.decode(text, true);
        if (decoded == null) {
            throw SerializationErrors.of("Query string is not percent-encoded UTF-8");
        }
        return decoded;
    }
}

package io.vaportrail.trail.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string, by name, decoded. */
final class Parameters {
    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a query string.
     *
     * @param query as sent, or {@code null}
     * @param many names that may come more than once
     * @param once names that may come once
     */
    static Parameters parse(@Nullable String query, Set<String> many, Set<String> once) {
        Map<String, List<String>> values = split(query);
        values.forEach((name, given) -> {
            if (once.contains(name)) {
                if (given.size() > 1) {
                    throw new TrailQueryException(name, given.size() + " values", "one");
                }
            } else if (!many.contains(name)) {
                Set<String> known = new TreeSet<>(many);
                known.addAll(once);
                throw new TrailQueryException(
                        "parameter", name, known.isEmpty() ? "none" : "one of " + String.join(", ", known));
            }
        });
        return new Parameters(values);
    }

    /** The values of a name, none when it was not sent. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value of a name, or {@code null}. */
    @Nullable String first(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? null : given.get(0);
    }

    /** Whether the name has the other of two values rather than the usual one, which it has when not sent. */
    boolean isOther(String name, String usual, String other) {
        String value = Objects.requireNonNullElse(first(name), usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw new TrailQueryException(name, value, usual + " or " + other);
        }
        return value.equals(other);
    }

    private static Map<String, List<String>> split(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return values;
        }
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, unseen -> new ArrayList<>(1)).add(value);
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TrailQueryException("query", text, "percent-encoded text");
        }
    }
}

package io.vaportrail.trail.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request for the trail.
 *
 * <table>
 *   <caption>Parameters</caption>
 *   <tr><td>{@code eventName}, {@code username}, {@code region}, {@code account}</td><td>the value in the record; sent more than
 *       once, any of the values</td></tr>
 *   <tr><td>{@code eventSource}</td><td>the same; {@code sqs} is short for {@code sqs.amazonaws.com}</td></tr>
 *   <tr><td>{@code resource}</td><td>name, URL or ARN of a resource that the call names or touches</td></tr>
 *   <tr><td>{@code category}</td><td>{@code Management}, {@code Data}, or {@code None} for calls that AWS does not record</td></tr>
 *   <tr><td>{@code error}</td><td>an error code, or {@code true} for any error, or {@code false} for success</td></tr>
 *   <tr><td>{@code since}, {@code until}</td><td>a time like {@code 2026-01-31T12:00:00Z}, or how long ago, like
 *       {@code PT10M}</td></tr>
 *   <tr><td>{@code limit}</td><td>how many records at most, 1 to 10000, 100 unless stated; of a followed trail, how many past ones
 *       come first, none unless stated</td></tr>
 *   <tr><td>{@code format}</td><td>{@code json} or {@code text}</td></tr>
 *   <tr><td>{@code follow}</td><td>{@code true} for records as they come</td></tr>
 * </table>
 *
 * @param filter which records
 * @param limit how many, or {@code null} when not stated
 * @param text whether as text rather than JSON
 * @param follow whether as they come
 */
record TrailQuery(TrailFilter filter, @Nullable Integer limit, boolean text, boolean follow) {
    static final int DEFAULT_LIMIT = 100;
    static final int MOST = 10_000;

    private static final Set<String> FILTERS =
            Set.of("eventName", "eventSource", "username", "resource", "category", "error", "region", "account");
    private static final Set<String> SINGLE = Set.of("since", "until", "limit", "format", "follow");

    /**
     * Reads a query string.
     *
     * @param query as sent, or {@code null}
     * @param now the emulator's time, which durations count back from
     */
    static TrailQuery parse(@Nullable String query, Instant now) {
        Map<String, List<String>> values = split(query);
        checkNames(values);
        return new TrailQuery(
                TrailFilter.of(
                        name -> values.getOrDefault(name, List.of()),
                        time(values, "since", now),
                        time(values, "until", now)),
                limit(values),
                oneOf(values, "format", "json", "text").equals("text"),
                oneOf(values, "follow", "false", "true").equals("true"));
    }

    TrailQuery followed() {
        return new TrailQuery(filter, limit, text, true);
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

    private static void checkNames(Map<String, List<String>> values) {
        values.forEach((name, given) -> {
            if (SINGLE.contains(name)) {
                if (given.size() > 1) {
                    throw new TrailQueryException(name, given.size() + " values", "one");
                }
            } else if (!FILTERS.contains(name)) {
                Set<String> known = new TreeSet<>(FILTERS);
                known.addAll(SINGLE);
                throw new TrailQueryException("parameter", name, "one of " + String.join(", ", known));
            }
        });
    }

    private static @Nullable String single(Map<String, List<String>> values, String name) {
        List<String> given = values.get(name);
        return given == null ? null : given.get(0);
    }

    private static String oneOf(Map<String, List<String>> values, String name, String usual, String other) {
        String value = Objects.requireNonNullElse(single(values, name), usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw new TrailQueryException(name, value, usual + " or " + other);
        }
        return value;
    }

    private static @Nullable Integer limit(Map<String, List<String>> values) {
        String value = single(values, "limit");
        if (value == null) {
            return null;
        }
        String expected = "1 to " + MOST;
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw new TrailQueryException("limit", value, expected);
        }
        throw new TrailQueryException("limit", value, expected);
    }

    private static @Nullable Instant time(Map<String, List<String>> values, String name, Instant now) {
        String value = single(values, name);
        if (value == null) {
            return null;
        }
        try {
            return value.startsWith("P") ? now.minus(Duration.parse(value)) : Instant.parse(value);
        } catch (DateTimeException | ArithmeticException e) {
            throw new TrailQueryException(name, value, "a time like 2026-01-31T12:00:00Z or how long ago like PT10M");
        }
    }
}

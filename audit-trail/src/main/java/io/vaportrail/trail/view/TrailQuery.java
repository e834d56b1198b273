package io.vaportrail.trail.view;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the trail: which records, and how to show them. The filters, all of which must match, are those of
 * {@link TrailFilter}; besides them
 *
 * <table>
 *   <caption>Parameters</caption>
 *   <tr><td>{@code format}</td><td>{@code json} or {@code text}</td></tr>
 *   <tr><td>{@code limit}</td><td>how many records at most, 1 to 10000, 100 unless stated; of a followed trail, how many past ones
 *       come first, none unless stated</td></tr>
 *   <tr><td>{@code order}</td><td>{@code newest} or {@code oldest}: which come first</td></tr>
 *   <tr><td>{@code follow}</td><td>{@code true} for records as they come</td></tr>
 * </table>
 *
 * @param filter which records
 * @param limit how many, or {@code null} when not stated
 * @param text whether as text rather than JSON
 * @param oldestFirst whether the oldest come first
 * @param follow whether as they come
 */
record TrailQuery(TrailFilter filter, @Nullable Integer limit, boolean text, boolean oldestFirst, boolean follow) {
    static final int DEFAULT_LIMIT = 100;
    static final int MOST = 10_000;

    private static final Set<String> ONCE = Set.of("limit", "format", "order", "follow");

    /** Reads the query string of a list. */
    static TrailQuery ofList(@Nullable String query, TrailFilter.Context context) {
        Parameters parameters = parameters(query, ONCE);
        TrailQuery read = new TrailQuery(
                TrailFilter.of(parameters, context),
                limit(parameters),
                parameters.isOther("format", "json", "text"),
                parameters.isOther("order", "newest", "oldest"),
                parameters.isOther("follow", "false", "true"));
        if (read.follow && !parameters.all("order").isEmpty()) {
            throw new TrailQueryException("order", "with follow", "one of the two: who follows sees the oldest first");
        }
        return read;
    }

    /** Reads the query string of a question with a single answer: filters and format alone. */
    static TrailQuery ofAnswer(@Nullable String query, TrailFilter.Context context) {
        Parameters parameters = parameters(query, Set.of("format"));
        return new TrailQuery(
                TrailFilter.of(parameters, context), null, parameters.isOther("format", "json", "text"), false, false);
    }

    /** Reads filters, and other names that may come once. */
    static Parameters parameters(@Nullable String query, Set<String> others) {
        Set<String> once = new HashSet<>(others);
        once.addAll(TrailFilter.ONCE);
        return Parameters.parse(query, TrailFilter.MANY, once);
    }

    TrailQuery followed() {
        return new TrailQuery(filter, limit, text, false, true);
    }

    private static @Nullable Integer limit(Parameters parameters) {
        String value = parameters.first("limit");
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
}

package io.vaportrail.core.routing;

import io.vaportrail.schema.OperationSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation found by method and path.
 *
 * @param operation what is meant
 * @param pattern its pattern
 * @param path the path that fits it
 */
record RestMatch(OperationSchema<?, ?> operation, UriPattern pattern, RequestPath path) {
    /** The labels' values, or {@code null} when one is not percent-encoded UTF-8. */
    @Nullable Map<String, String> labels() {
        return pattern.labels(path);
    }
}

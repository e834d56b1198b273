package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request together with what routing read from it, so that decoding does not read it again.
 *
 * @param http the request
 * @param labels the values of the URI pattern's labels, percent-decoded; empty outside the REST protocols
 * @param form the parameters of an awsQuery call, from the body or the query string, or {@code null} in other protocols
 */
public record RoutedRequest(
        HttpRequest http,
        Map<String, String> labels,
        @Nullable FormParameters form) {
    /** A request of which routing read nothing but the headers. */
    public static RoutedRequest of(HttpRequest http) {
        return new RoutedRequest(http, Map.of(), null);
    }
}

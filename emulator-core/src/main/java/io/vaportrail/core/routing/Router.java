package io.vaportrail.core.routing;

import io.vaportrail.core.http.HttpRequest;

/**
 * Finds out which service, operation and protocol a request means: by target header, RPC v2 path, credential scope, host, REST
 * path or {@code Action}.
 */
public interface Router {
    /**
     * The meaning of the request.
     *
     * @throws RoutingException when no service or operation is meant; it carries the answer's protocol
     */
    Route route(HttpRequest request);
}

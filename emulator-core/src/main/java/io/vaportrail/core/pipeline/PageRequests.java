package io.vaportrail.core.pipeline;

import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.routing.Route;
import io.vaportrail.core.routing.Router;
import io.vaportrail.core.routing.RoutingException;
import io.vaportrail.core.service.RequestConventions;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import org.jspecify.annotations.Nullable;

/**
 * Requests of web pages that another server gave to the browser: refused, but where a service lets its users allow them, as S3 does for
 * each bucket.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">The CORS protocol</a>
 */
final class PageRequests {
    private final Router router;
    private final Engine engine;
    private final Ids ids;

    PageRequests(Router router, Engine engine, Ids ids) {
        this.router = router;
        this.engine = engine;
        this.ids = ids;
    }

    /** Whether this may be read and handled; what only asks may always, where somebody can answer. */
    boolean admits(HttpRequest head) {
        if (isPreflight(head)) {
            return answer(head) != null;
        }
        try {
            Route route = head.header("Origin") == null ? null : router.route(head);
            return route != null
                    && engine.requestsOf(route.operation().service())
                            .admitsPage(head, route.request().labels());
        } catch (RoutingException e) {
            return false;
        }
    }

    /** The answer to a browser's question, or {@code null} when the request is none, or is one that no service answers. */
    @Nullable HttpResponse answer(HttpRequest request) {
        if (!isPreflight(request)) {
            return null;
        }
        Route route;
        try {
            // Browsers leave off what tells operations apart; the path alone leads to the resource, whatever is to be
            // done with it.
            route = router.route(new HttpRequest(
                    "GET", request.path(), request.query(), request.headers(), request.body(), request.origin()));
        } catch (RoutingException e) {
            return null;
        }
        ServiceSchema service = route.operation().service();
        RequestConventions conventions = engine.requestsOf(service);
        String requestId = conventions.newRequestId(ids);
        try {
            return conventions.answerToPreflight(request, route.request().labels(), requestId);
        } catch (ServiceException e) {
            return route.protocol().encodeError(service, e, requestId);
        }
    }

    private static boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS");
    }
}

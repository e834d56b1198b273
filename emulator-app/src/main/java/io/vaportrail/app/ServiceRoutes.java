package io.vaportrail.app;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.pipeline.ServiceHost;
import java.util.List;

/**
 * What lies under {@code /_vaportrail/SERVICE/} and {@code /_aws/SERVICE/} before the service's module is made: the first request
 * makes the module, whose own routes go before this one.
 */
final class ServiceRoutes implements HttpRoute {
    private static final List<String> PREFIXES = List.of("/_vaportrail/", "/_aws/");
    private static final List<String> METHODS = List.of("DELETE", "GET", "POST", "PUT");

    private final HttpRoutes routes;
    private final ServiceHost host;
    private final String service;
    private final String above;

    private ServiceRoutes(HttpRoutes routes, ServiceHost host, String service, String above) {
        this.routes = routes;
        this.host = host;
        this.service = service;
        this.above = above;
    }

    static void add(HttpRoutes routes, ServiceHost host) {
        for (String service : host.available()) {
            for (String above : PREFIXES) {
                ServiceRoutes route = new ServiceRoutes(routes, host, service, above);
                for (String method : METHODS) {
                    routes.addFallback(method, above + service + "/", route);
                }
            }
        }
    }

    @Override
    public void handle(Exchange exchange) {
        host.module(service);
        String method = exchange.request().method();
        String path = exchange.request().path();
        HttpRoute found = routes.find(method, path);
        // A path that the module does not know either is answered like any other unknown one.
        HttpRoute route = found == this ? routes.find(method, above) : found;
        if (route == null) {
            exchange.respond(HttpResponse.text(
                    404, "text/plain; charset=utf-8", "path: " + path + " (expected: a known one)\n"));
        } else {
            route.handle(exchange);
        }
    }
}

package io.vaportrail.app;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.pipeline.ServiceHost;
import java.util.List;

/**
 * What lies under {@code /_vaportrail/SERVICE/} and {@code /_aws/SERVICE/}: the routes of service modules, which are made by their
 * first call or by the first request for one of these.
 */
final class ServiceRoutes {
    private static final List<String> PREFIXES = List.of("/_vaportrail/", "/_aws/");
    private static final List<String> METHODS = List.of("DELETE", "GET", "POST", "PUT");

    private final HttpRoutes routes;
    private final ServiceHost host;

    private ServiceRoutes(HttpRoutes routes, ServiceHost host) {
        this.routes = routes;
        this.host = host;
    }

    static void add(HttpRoutes routes, ServiceHost host) {
        ServiceRoutes own = new ServiceRoutes(routes, host);
        for (String service : host.available()) {
            for (String prefix : PREFIXES) {
                for (String method : METHODS) {
                    String path = prefix + service + "/";
                    routes.addPrefix(method, path, exchange -> own.handle(exchange, service, path));
                }
            }
        }
    }

    private void handle(Exchange exchange, String service, String prefix) {
        host.module(service);
        String method = exchange.request().method();
        HttpRoute found = routes.find(method, exchange.request().path());
        HttpRoute own = routes.find(method, prefix);
        // A path that the module does not know either is answered like any other unknown one.
        HttpRoute route = found == own ? routes.find(method, prefix.substring(0, prefix.indexOf('/', 1) + 1)) : found;
        if (route == null) {
            exchange.respond(unknown(exchange.request().path()));
        } else {
            route.handle(exchange);
        }
    }

    private static HttpResponse unknown(String path) {
        return HttpResponse.text(404, "text/plain; charset=utf-8", "path: " + path + " (expected: a known one)\n");
    }
}

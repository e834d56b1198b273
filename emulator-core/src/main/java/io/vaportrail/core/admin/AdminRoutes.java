package io.vaportrail.core.admin;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpRequest;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoute;
import io.vaportrail.core.http.HttpRoutes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The routes of administration.
 *
 * <ul>
 *   <li>{@code GET /_vaportrail/health}
 *   <li>{@code GET /_vaportrail/clock}; {@code POST} with {@code {"advance":"PT1H"}}, {@code {"set":"2030-01-01T00:00:00Z"}} or
 *       {@code {"freeze":true}} answers when all timers due have run and their work has settled
 *   <li>{@code POST /_vaportrail/reset}, {@code ?account=} and 12 digits for a single account
 *   <li>{@code GET /_vaportrail/config}, {@code GET /_vaportrail/ca.pem}
 *   <li>{@code GET /_localstack/health}
 * </ul>
 *
 * <p>Other paths below {@code /_vaportrail/} and {@code /_localstack/} answer 404, other methods 405, {@code HEAD} what {@code GET}
 * would.
 */
public final class AdminRoutes {
    private static final String OWN = "/_vaportrail/";
    private static final String LOCALSTACK = "/_localstack/";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final AdminParts parts;
    private final HttpRoutes routes;
    private final HealthReport health;
    private final AdminThread thread = new AdminThread();

    private AdminRoutes(AdminParts parts, HttpRoutes routes) {
        this.parts = parts;
        this.routes = routes;
        this.health = new HealthReport(parts);
    }

    /** Adds the routes. */
    public static void add(HttpRoutes routes, AdminParts parts) {
        new AdminRoutes(parts, routes).addAll();
    }

    private void addAll() {
        routes.add("GET", OWN + "health", exchange -> exchange.respond(AdminJson.answer(200, health.own())));
        routes.add(
                "GET",
                OWN + "clock",
                exchange -> exchange.respond(AdminJson.answer(200, HealthReport.clock(parts.clock()))));
        routes.add("POST", OWN + "clock", exchange -> thread.answer(exchange, () -> moveClock(exchange.request())));
        routes.add("POST", OWN + "reset", exchange -> thread.answer(exchange, () -> reset(exchange.request())));
        routes.add("GET", OWN + "config", exchange -> exchange.respond(AdminJson.answer(200, parts.configuration())));
        routes.add(
                "GET",
                OWN + "ca.pem",
                exchange -> thread.answer(exchange, () -> AuthorityRoute.answer(parts.certificates())));
        routes.add(
                "GET", LOCALSTACK + "health", exchange -> exchange.respond(AdminJson.answer(200, health.localStack())));
        for (String method : METHODS) {
            routes.addPrefix(method, OWN, this::other);
            routes.addPrefix(method, LOCALSTACK, this::other);
        }
    }

    private HttpResponse moveClock(HttpRequest request) throws AdminException {
        ClockCommand command = ClockCommand.parse(request.body());
        boolean settled;
        try {
            settled = command.run(parts.clock());
        } catch (IllegalArgumentException e) {
            throw new AdminException(String.valueOf(e.getMessage()));
        }
        Map<String, Object> answer = new LinkedHashMap<>(HealthReport.clock(parts.clock()));
        answer.put("settled", settled);
        return AdminJson.answer(200, answer);
    }

    private HttpResponse reset(HttpRequest request) throws AdminException {
        ResetScope scope = ResetScope.parse(request.query());
        parts.reset().accept(scope.account());
        return AdminJson.answer(200, Map.of("reset", scope.name()));
    }

    /** Everything that no route takes. */
    private void other(Exchange exchange) {
        HttpRequest request = exchange.request();
        Set<String> allowed = routes.methods(request.path());
        HttpRoute get =
                request.method().equals("HEAD") && allowed.contains("GET") ? routes.find("GET", request.path()) : null;
        if (get != null) {
            get.handle(exchange);
        } else if (allowed.isEmpty()) {
            exchange.respond(
                    AdminJson.error(404, "path: " + request.path() + " (expected: one of " + routes.paths(OWN) + ")"));
        } else {
            exchange.respond(AdminJson.error(405, "method: " + request.method() + " (expected: " + allowed + ")")
                    .header("Allow", String.join(", ", allowed)));
        }
    }
}

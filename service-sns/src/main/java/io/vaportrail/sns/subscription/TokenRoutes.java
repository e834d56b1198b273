package io.vaportrail.sns.subscription;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.http.RouteQuery;
import io.vaportrail.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows the token that a subscription waits to be confirmed with, for tests whose endpoints are none: {@code GET
 * /_vaportrail/sns/subscription-tokens/ARN}, and {@code /_aws/sns/subscription-tokens/ARN}, compatible with LocalStack.
 */
public final class TokenRoutes {
    private static final String JSON = "application/json";

    private final Confirmations confirmations;

    private TokenRoutes(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    /** Adds the routes. */
    public static void add(HttpRoutes routes, Confirmations confirmations) {
        TokenRoutes own = new TokenRoutes(confirmations);
        routes.addPrefix("GET", "/_vaportrail/sns/subscription-tokens/", own::show);
        routes.addPrefix("GET", "/_aws/sns/subscription-tokens/", own::show);
    }

    private void show(Exchange exchange) {
        String path = exchange.request().path();
        String arn = RouteQuery.decoded(path.substring(path.lastIndexOf('/') + 1));
        String token = confirmations.tokenOf(arn);
        if (token == null) {
            String error = "subscription: " + arn + " (expected: the ARN of one that waits to be confirmed)";
            exchange.respond(HttpResponse.text(404, JSON, Json.write(Map.of("error", error)) + "\n"));
            return;
        }
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("subscription_token", token);
        shown.put("subscription_arn", arn);
        exchange.respond(HttpResponse.text(200, JSON, Json.write(shown) + "\n"));
    }
}

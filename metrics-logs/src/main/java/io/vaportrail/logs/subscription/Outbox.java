package io.vaportrail.logs.subscription;

import io.vaportrail.core.http.Exchange;
import io.vaportrail.core.http.HttpResponse;
import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.state.Regional;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What subscription filters would have delivered, the latest of each account and region:
 * {@code GET /_vaportrail/logs/undelivered?account=…&region=…}, and DELETE to forget it.
 */
final class Outbox {
    private static final String PATH = "/_vaportrail/logs/undelivered";

    /** Payloads kept; the oldest make room. */
    private static final int MOST = 1_000;

    /** Events kept in them; the oldest payloads make room. */
    private static final int MOST_EVENTS = 20_000;

    private final Regional<Kept> regions = new Regional<>((account, region) -> new Kept());
    private final EmulatorSettings settings;

    Outbox(EmulatorSettings settings) {
        this.settings = settings;
    }

    private static final class Kept {
        private final Deque<Undelivered> payloads = new ArrayDeque<>();
        private int events;

        synchronized void add(Undelivered payload) {
            payloads.addLast(payload);
            events += count(payload);
            while (payloads.size() > MOST || events > MOST_EVENTS && payloads.size() > 1) {
                events -= count(payloads.removeFirst());
            }
        }

        private static int count(Undelivered payload) {
            return payload.data().get("logEvents") instanceof List<?> list ? list.size() : 0;
        }

        synchronized List<Object> shown() {
            List<Object> shown = new ArrayList<>();
            payloads.forEach(payload -> shown.add(payload.shown()));
            return shown;
        }
    }

    void addRoutes(HttpRoutes routes) {
        routes.add("GET", PATH, this::show);
        routes.add("DELETE", PATH, this::forget);
    }

    void keep(String accountId, String region, Undelivered payload) {
        regions.in(accountId, region).add(payload);
    }

    private void show(Exchange exchange) {
        Map<String, String> query = query(exchange);
        Kept kept = regions.peek(account(query), region(query));
        List<Object> shown = kept == null ? List.of() : kept.shown();
        exchange.respond(HttpResponse.text(200, "application/json", Json.write(Map.of("undelivered", shown)) + "\n"));
    }

    private void forget(Exchange exchange) {
        Map<String, String> query = query(exchange);
        Kept kept = regions.peek(account(query), region(query));
        if (kept != null) {
            synchronized (kept) {
                kept.payloads.clear();
                kept.events = 0;
            }
        }
        exchange.respond(HttpResponse.of(204));
    }

    private String account(Map<String, String> query) {
        return query.getOrDefault("account", settings.defaultAccountId());
    }

    private String region(Map<String, String> query) {
        return query.getOrDefault("region", settings.defaultRegion());
    }

    /** Accounts and regions need no percent-encoding. */
    private static Map<String, String> query(Exchange exchange) {
        Map<String, String> found = new LinkedHashMap<>();
        String query = exchange.request().query();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    found.put(pair.substring(0, equals), pair.substring(equals + 1));
                }
            }
        }
        return found;
    }

    void reset(@Nullable String accountId) {
        regions.remove(accountId);
    }
}

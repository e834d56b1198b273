package io.vaportrail.app;

import io.vaportrail.core.admin.HealthSource;
import io.vaportrail.core.transport.HttpServer;
import java.util.Map;

/** How many connections are open. */
record ConnectionHealth(HttpServer server) implements HealthSource {
    @Override
    public String name() {
        return "connections";
    }

    @Override
    public Map<String, Long> numbers() {
        return Map.of("open", (long) server.connections());
    }
}

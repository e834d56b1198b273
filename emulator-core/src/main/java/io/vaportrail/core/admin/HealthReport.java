package io.vaportrail.core.admin;

import io.vaportrail.core.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What health says, of the emulator's own kind and of LocalStack's. */
final class HealthReport {
    private final AdminParts parts;
    private final long startedMillis;

    HealthReport(AdminParts parts) {
        this.parts = parts;
        this.startedMillis = parts.machine().millis();
    }

    Map<String, Object> own() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", "running");
        report.put("version", parts.version());
        report.put(
                "uptime",
                Duration.ofMillis(parts.machine().millis() - startedMillis).toString());
        report.put("services", services("loaded"));
        report.put("clock", clock(parts.clock()));
        report.put("pendingWork", parts.pending().count());
        for (HealthSource source : parts.health()) {
            report.put(source.name(), source.numbers());
        }
        return report;
    }

    /**
     * LocalStack's form, for tools that wait for it.
     *
     * @see <a href="https://docs.localstack.cloud/aws/capabilities/networking/internal-endpoints/">Internal endpoints</a>
     */
    Map<String, Object> localStack() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("services", services("running"));
        report.put("edition", "vaportrail");
        report.put("version", parts.version());
        return report;
    }

    static Map<String, Object> clock(EmulatorClock clock) {
        Map<String, Object> state = new LinkedHashMap<>();
        Instant now = clock.now();
        state.put("time", now.toString());
        state.put("frozen", clock.frozen());
        state.put("timers", clock.timers());
        return state;
    }

    private Map<String, Object> services(String wordForLoaded) {
        Set<String> loaded = parts.services().loaded();
        Map<String, Object> services = new LinkedHashMap<>();
        for (String id : new TreeSet<>(parts.services().available())) {
            services.put(id, loaded.contains(id) ? wordForLoaded : "available");
        }
        return services;
    }
}

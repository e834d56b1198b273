package io.vaportrail.app;

import io.vaportrail.core.admin.HealthSource;
import io.vaportrail.trail.AuditTrail;
import io.vaportrail.trail.store.RingStatistics;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the trail holds and what it had to drop. */
record AuditHealth(AuditTrail trail) implements HealthSource {
    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        put(numbers, "management", trail.statistics().management());
        put(numbers, "data", trail.statistics().data());
        return numbers;
    }

    private static void put(Map<String, Long> numbers, String kind, RingStatistics ring) {
        numbers.put(kind + "Records", ring.records());
        numbers.put(kind + "Bytes", ring.bytes());
        numbers.put(kind + "LimitBytes", ring.limitBytes());
        numbers.put(kind + "Dropped", ring.dropped());
        numbers.put(kind + "MissedByTrails", ring.missed());
    }
}

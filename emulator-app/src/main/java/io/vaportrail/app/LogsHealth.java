package io.vaportrail.app;

import io.vaportrail.core.admin.HealthSource;
import io.vaportrail.core.pipeline.ServiceHost;
import io.vaportrail.logs.LogsModule;
import io.vaportrail.logs.store.EventMemory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much memory log events take; nothing before the first call of CloudWatch Logs.
 *
 * @param host the service modules
 */
record LogsHealth(ServiceHost host) implements HealthSource {
    @Override
    public String name() {
        return "logs";
    }

    @Override
    public Map<String, Long> numbers() {
        LogsModule logs = host.module(LogsModule.class);
        if (logs == null) {
            return Map.of();
        }
        EventMemory memory = logs.store().memory();
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("eventBytes", memory.usedBytes());
        numbers.put("eventLimitBytes", memory.limitBytes());
        return numbers;
    }
}

package io.vaportrail.app;

import io.vaportrail.core.admin.HealthSource;
import io.vaportrail.metrics.CloudWatch;
import java.util.Map;

/** What the metrics take. */
record MetricsHealth(CloudWatch metrics) implements HealthSource {
    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public Map<String, Long> numbers() {
        return metrics.numbers();
    }
}

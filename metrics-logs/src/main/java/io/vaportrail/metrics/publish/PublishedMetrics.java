package io.vaportrail.metrics.publish;

import io.vaportrail.core.metric.GaugeSource;
import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.MetricLimits;
import io.vaportrail.metrics.query.MetricId;
import java.util.List;

/** Takes what services publish. */
public final class PublishedMetrics implements MetricSink {
    private final MetricIntake intake;
    private final Gauges gauges;
    private final EmulatorClock clock;

    /** A sink that puts values in there. */
    public PublishedMetrics(MetricIntake intake, Gauges gauges, EmulatorClock clock) {
        this.intake = intake;
        this.gauges = gauges;
        this.clock = clock;
    }

    @Override
    public void count(
            String accountId,
            String region,
            String namespace,
            String metricName,
            List<MetricDimension> dimensions,
            double value,
            MetricUnit unit) {
        if (Math.abs(value) <= MetricLimits.VALUE) {
            intake.count(
                    new MetricId(accountId, region, namespace, metricName, dimensions), clock.millis(), unit, value);
        }
    }

    @Override
    public void record(
            String accountId,
            String region,
            String namespace,
            String metricName,
            List<MetricDimension> dimensions,
            long timestampMillis,
            double value,
            MetricUnit unit) {
        add(new MetricId(accountId, region, namespace, metricName, dimensions), timestampMillis, false, value, unit);
    }

    @Override
    public void recordHighResolution(
            String accountId,
            String region,
            String namespace,
            String metricName,
            List<MetricDimension> dimensions,
            long timestampMillis,
            double value,
            MetricUnit unit) {
        add(new MetricId(accountId, region, namespace, metricName, dimensions), timestampMillis, true, value, unit);
    }

    private void add(MetricId id, long timestampMillis, boolean bySecond, double value, MetricUnit unit) {
        long now = clock.millis();
        boolean inTime = timestampMillis >= now - MetricLimits.PUT_OLDEST_MILLIS
                && timestampMillis <= now + MetricLimits.PUT_NEWEST_MILLIS;
        if (inTime && Math.abs(value) <= MetricLimits.VALUE) {
            intake.add(new MetricIntake.Point(id, timestampMillis, bySecond, unit), value, 1);
        }
    }

    @Override
    public void gauges(GaugeSource source) {
        gauges.add(source);
    }
}

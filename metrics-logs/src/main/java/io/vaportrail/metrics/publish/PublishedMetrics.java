package io.vaportrail.metrics.publish;

import io.vaportrail.core.metric.GaugeSource;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.MetricLimits;

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
    public void count(MetricId metric, double value, MetricUnit unit) {
        if (Math.abs(value) <= MetricLimits.VALUE) {
            intake.count(metric, clock.millis(), unit, value);
        }
    }

    @Override
    public void record(MetricId metric, long timestampMillis, double value, MetricUnit unit) {
        add(metric, timestampMillis, false, value, unit);
    }

    @Override
    public void recordHighResolution(MetricId metric, long timestampMillis, double value, MetricUnit unit) {
        add(metric, timestampMillis, true, value, unit);
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

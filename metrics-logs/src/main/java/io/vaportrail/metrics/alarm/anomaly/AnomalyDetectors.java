package io.vaportrail.metrics.alarm.anomaly;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.state.Regional;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.metrics.query.AnomalyBands;
import io.vaportrail.metrics.query.MetricReader;
import io.vaportrail.model.cloudwatch.Dimension;
import io.vaportrail.model.cloudwatch.MetricStat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The anomaly detectors of all accounts and regions, and the bands that they give. */
public final class AnomalyDetectors implements AnomalyBands {
    private static final Band NO_BAND = new Band(new double[0], new double[0]);

    private final MetricReader reader;
    private final EmulatorClock clock;
    private final Regional<Map<DetectorKey, Detector>> detectors =
            new Regional<>((account, region) -> new ConcurrentHashMap<>());

    /** No detectors. */
    public AnomalyDetectors(MetricReader reader, EmulatorClock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** A band needs a detector, as it does on AWS; alarms on a band make theirs. */
    @Override
    public Band band(String accountId, String region, MetricStat metric, long[] timestamps, double deviations) {
        Detector detector = in(accountId, region).get(key(accountId, region, metric));
        if (detector == null || timestamps.length == 0) {
            return NO_BAND;
        }
        MetricUnit unit = metric.unit() == null ? null : MetricUnit.of(metric.unit());
        BandModel model = detector.model(reader, metric.period(), unit, clock.millis(), timestamps[0]);
        if (model == null) {
            return NO_BAND;
        }
        double[] lower = new double[timestamps.length];
        double[] upper = new double[timestamps.length];
        for (int i = 0; i < timestamps.length; i++) {
            lower[i] = model.lower(timestamps[i], deviations);
            upper[i] = model.upper(timestamps[i], deviations);
        }
        return new Band(lower, upper);
    }

    /** Makes a detector for a metric unless there is one. */
    public void ensure(String accountId, String region, MetricStat metric) {
        DetectorKey key = key(accountId, region, metric);
        in(accountId, region).computeIfAbsent(key, absent -> new Detector(absent, null, null));
    }

    Map<DetectorKey, Detector> in(String accountId, String region) {
        return detectors.in(accountId, region);
    }

    MetricReader reader() {
        return reader;
    }

    long now() {
        return clock.millis();
    }

    private static DetectorKey key(String accountId, String region, MetricStat metric) {
        return key(
                accountId,
                region,
                String.valueOf(metric.metric().namespace()),
                String.valueOf(metric.metric().metricName()),
                metric.metric().dimensions(),
                metric.stat());
    }

    static DetectorKey key(
            String accountId,
            String region,
            String namespace,
            String metricName,
            @Nullable List<Dimension> dimensions,
            String stat) {
        return new DetectorKey(new MetricId(accountId, region, namespace, metricName, dimensions(dimensions)), stat);
    }

    static List<MetricDimension> dimensions(@Nullable List<Dimension> dimensions) {
        List<MetricDimension> converted = new ArrayList<>();
        for (Dimension dimension : dimensions == null ? List.<Dimension>of() : dimensions) {
            converted.add(new MetricDimension(dimension.name(), dimension.value()));
        }
        return converted;
    }

    /** Forgets all detectors, or those of one account. */
    public void reset(@Nullable String accountId) {
        detectors.remove(accountId);
    }
}

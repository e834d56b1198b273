package io.vaportrail.metrics.alarm.anomaly;

import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.metrics.alarm.AlarmLimits;
import io.vaportrail.metrics.query.Datapoint;
import io.vaportrail.metrics.query.MetricReader;
import io.vaportrail.model.cloudwatch.AnomalyDetectorConfiguration;
import io.vaportrail.model.cloudwatch.MetricCharacteristics;
import io.vaportrail.model.cloudwatch.Range;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A detector and the models that it has learned, one for each period asked for. It learns anew once an hour, from up to two weeks
 * before that hour, without the times that its configuration excludes.
 */
final class Detector {
    private static final long HOUR = 3_600_000;
    private static final int MINUTE_SECONDS = 60;

    private final DetectorKey key;
    private final @Nullable AnomalyDetectorConfiguration configuration;
    private final @Nullable MetricCharacteristics characteristics;
    private final Map<Integer, Trained> models = new HashMap<>();

    private record Trained(long untilMillis, BandModel model) {}

    Detector(
            DetectorKey key,
            @Nullable AnomalyDetectorConfiguration configuration,
            @Nullable MetricCharacteristics characteristics) {
        this.key = key;
        this.configuration = configuration;
        this.characteristics = characteristics;
    }

    DetectorKey key() {
        return key;
    }

    @Nullable AnomalyDetectorConfiguration configuration() {
        return configuration;
    }

    @Nullable MetricCharacteristics characteristics() {
        return characteristics;
    }

    /**
     * The model for a period, or {@code null} while there is too little to learn from.
     *
     * @param fallbackMillis up to when to learn while the time before this hour is not enough
     */
    synchronized @Nullable BandModel model(
            MetricReader reader, int periodSeconds, @Nullable MetricUnit unit, long nowMillis, long fallbackMillis) {
        long hour = Math.floorDiv(nowMillis, HOUR) * HOUR;
        int period = Math.max(periodSeconds, MINUTE_SECONDS);
        Trained trained = models.get(period);
        if (trained != null && trained.untilMillis == hour) {
            return trained.model;
        }
        BandModel model = learn(reader, period, unit, hour);
        if (model != null) {
            models.put(period, new Trained(hour, model));
            return model;
        }
        models.remove(period);
        return learn(reader, period, unit, fallbackMillis);
    }

    private @Nullable BandModel learn(MetricReader reader, int period, @Nullable MetricUnit unit, long untilMillis) {
        boolean spikes = characteristics != null && Boolean.TRUE.equals(characteristics.periodicSpikes());
        return BandModel.learn(history(reader, period, unit, untilMillis), zone(), spikes);
    }

    List<Datapoint> history(MetricReader reader, int period, @Nullable MetricUnit unit, long untilMillis) {
        long from = untilMillis - AlarmLimits.TRAINING.toMillis();
        List<Datapoint> kept = new ArrayList<>();
        for (Datapoint point : reader.read(key.metric(), key.stat(), from, untilMillis, period, unit)) {
            if (!excluded(point.timestampMillis())) {
                kept.add(point);
            }
        }
        return kept;
    }

    private boolean excluded(long millis) {
        List<Range> ranges = configuration == null ? null : configuration.excludedTimeRanges();
        for (Range range : ranges == null ? List.<Range>of() : ranges) {
            if (millis >= range.startTime().toEpochMilli()
                    && millis < range.endTime().toEpochMilli()) {
                return true;
            }
        }
        return false;
    }

    private ZoneId zone() {
        String zone = configuration == null ? null : configuration.metricTimezone();
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }
}

package io.vaportrail.logs.metricfilter;

import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.store.LogGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Default values: at the end of a minute in which events came in, each filter that none of them matched publishes its own. A group
 * without events stays silent.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html">Creating metrics from log
 *     events</a>
 */
final class DefaultValues {
    private static final long MINUTE = 60_000;

    private final MetricSink metrics;
    private final EmulatorClock clock;
    private final Map<Key, Boolean> matched = new HashMap<>();

    /** A filter by its group, its name, and the minute that it is watched in. */
    private record Key(LogGroup group, String filter, long minute) {}

    /** Says which filter has the name now. */
    @FunctionalInterface
    interface Current {
        @Nullable MetricFilter find(LogGroup group, String name);
    }

    DefaultValues(MetricSink metrics, EmulatorClock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Events have come in, and some or none of them matched. */
    void saw(MetricFilter filter, boolean someMatched, long nowMillis, Current current) {
        if (filter.transformation().given().defaultValue() == null) {
            return;
        }
        Key key = new Key(filter.group(), filter.name(), nowMillis / MINUTE);
        boolean first;
        synchronized (matched) {
            first = !matched.containsKey(key);
            matched.merge(key, someMatched, Boolean::logicalOr);
        }
        if (first) {
            clock.schedule((key.minute + 1) * MINUTE, () -> end(key, current));
        }
    }

    private void end(Key key, Current current) {
        boolean none;
        synchronized (matched) {
            none = !Boolean.TRUE.equals(matched.remove(key));
        }
        MetricFilter filter = current.find(key.group, key.filter);
        Double value = filter == null ? null : filter.transformation().given().defaultValue();
        if (none && filter != null && value != null) {
            Transformation transformation = filter.transformation();
            metrics.record(
                    transformation.metric(key.group, List.of()), key.minute * MINUTE, value, transformation.unit());
        }
    }

    /** Forgets what it watches. */
    void clear() {
        synchronized (matched) {
            matched.clear();
        }
    }
}

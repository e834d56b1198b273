package io.vaportrail.logs.metricfilter;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricSink;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.event.EventListener;
import io.vaportrail.logs.event.IngestedEvents;
import io.vaportrail.logs.event.Masks;
import io.vaportrail.logs.store.LogGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The metric filters of all log groups. Each event that matches becomes a value at the event's time; older events stay as they are. */
public final class MetricFilters implements EventListener {
    private final MetricSink metrics;
    private final EmulatorClock clock;
    private final Masks masks;
    private final DefaultValues defaults;
    private final Map<LogGroup, ConcurrentSkipListMap<String, MetricFilter>> byGroup = new ConcurrentHashMap<>();

    /** No filters. */
    public MetricFilters(MetricSink metrics, EmulatorClock clock, Masks masks) {
        this.metrics = metrics;
        this.clock = clock;
        this.masks = masks;
        this.defaults = new DefaultValues(metrics, clock);
    }

    /** The filters of a group, by name. */
    ConcurrentSkipListMap<String, MetricFilter> of(LogGroup group) {
        ConcurrentSkipListMap<String, MetricFilter> filters = byGroup.get(group);
        return filters == null ? new ConcurrentSkipListMap<>() : filters;
    }

    /** How many filters a group has. */
    public int count(LogGroup group) {
        return of(group).size();
    }

    /** How many filters of a group have regular expressions. */
    public int regexCount(LogGroup group, String exceptName) {
        int count = 0;
        for (MetricFilter filter : of(group).values()) {
            count += filter.pattern().regexes() > 0 && !filter.name().equals(exceptName) ? 1 : 0;
        }
        return count;
    }

    /**
     * Adds a filter or takes the place of one.
     *
     * @throws io.vaportrail.schema.ServiceException when the group has too many
     */
    void put(MetricFilter filter) {
        ConcurrentSkipListMap<String, MetricFilter> filters =
                byGroup.computeIfAbsent(filter.group(), group -> new ConcurrentSkipListMap<>());
        synchronized (filters) {
            if (!filters.containsKey(filter.name()) && filters.size() >= LogsLimits.METRIC_FILTERS) {
                throw LogsErrors.limitExceeded();
            }
            filters.put(filter.name(), filter);
        }
    }

    @Nullable MetricFilter remove(LogGroup group, String name) {
        return of(group).remove(name);
    }

    private @Nullable MetricFilter find(LogGroup group, String name) {
        return of(group).get(name);
    }

    /** Forgets the filters of a group that is deleted. */
    public void forget(LogGroup group) {
        byGroup.remove(group);
    }

    /** Forgets all, or all of one account. */
    public void reset(@Nullable String accountId) {
        byGroup.keySet()
                .removeIf(group -> accountId == null || group.accountId().equals(accountId));
        if (accountId == null) {
            defaults.clear();
        }
    }

    @Override
    public boolean listensTo(LogGroup group) {
        Map<String, MetricFilter> filters = byGroup.get(group);
        return filters != null && !filters.isEmpty();
    }

    @Override
    public void ingested(IngestedEvents events) {
        long now = clock.millis();
        for (MetricFilter filter : of(events.stream().group()).values()) {
            boolean some = false;
            for (int i = 0; i < events.events().size(); i++) {
                String text = events.message(i, filter.applyOnTransformedLogs());
                String message = masks.masked(filter.group(), events.ingestionMillis(), text);
                if (filter.pattern().matches(message)) {
                    some = true;
                    publish(filter, events.events().get(i).timestamp(), message);
                }
            }
            defaults.saw(filter, some, now, this::find);
        }
    }

    private void publish(MetricFilter filter, long timestamp, String message) {
        Transformation transformation = filter.transformation();
        double value = transformation.valueOf(message, filter.pattern());
        if (Double.isNaN(value)) {
            return;
        }
        List<MetricDimension> dimensions = transformation.dimensionsOf(message, filter.pattern(), filter.group());
        metrics.record(transformation.metric(filter.group(), dimensions), timestamp, value, transformation.unit());
    }
}

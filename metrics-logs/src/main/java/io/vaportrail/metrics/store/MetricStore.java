package io.vaportrail.metrics.store;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import io.vaportrail.core.time.EmulatorClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All metrics of all accounts and regions, in a bounded amount of memory: when it is used up, the oldest values of all metrics make
 * room, and what was dropped is counted.
 */
public final class MetricStore {
    private static final Logger log = LoggerFactory.getLogger(MetricStore.class);
    private static final long MILLIS = 1000;
    private static final int HORIZON_STEPS = 24;

    /** What is left after making room, in quarters. */
    private static final int LEFT_QUARTERS = 3;

    private static final Comparator<MetricId> BY_NAME = Comparator.comparing(MetricId::namespace)
            .thenComparing(MetricId::metricName)
            .thenComparing((one, other) -> compare(one.dimensions(), other.dimensions()));

    private final EmulatorClock clock;
    private final long limitBytes;
    private final Executor workers;
    private final Map<MetricId, Series> series = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final LongAdder evicted = new LongAdder();
    private final AtomicBoolean evicting = new AtomicBoolean();

    /**
     * A store without metrics.
     *
     * @param limitBytes about how many bytes all metrics together may take
     * @param workers makes room
     */
    public MetricStore(EmulatorClock clock, long limitBytes, Executor workers) {
        this.clock = clock;
        this.workers = workers;
        this.limitBytes = limitBytes;
    }

    /** How a value is put into its series. */
    private interface Put {
        boolean into(Series series, long nowMillis);
    }

    /**
     * Takes a value that occurred so many times.
     *
     * @param time in seconds since 1970, on the grid of its resolution
     */
    public void add(MetricId id, long time, MetricUnit unit, double value, double count) {
        add(clock.millis(), id, time, unit, value, count);
    }

    /** The same by a caller that has just read the clock. */
    public void add(long nowMillis, MetricId id, long time, MetricUnit unit, double value, double count) {
        Series found = series.get(id);
        while (found == null || !found.add(nowMillis, time, unit, value, count)) {
            found = series.computeIfAbsent(id, key -> new Series(key, bytes::addAndGet));
        }
        bound();
    }

    /** Takes a statistic set. */
    public void addSet(MetricId id, long time, MetricUnit unit, SetOfValues set) {
        put(id, (one, now) -> one.addSet(now, time, unit, set));
    }

    /** Has the value stand alone at that time. */
    public void replace(MetricId id, long time, MetricUnit unit, double value) {
        put(id, (one, now) -> one.replace(now, time, unit, value));
    }

    /** Takes a zero unless there is something at that time. */
    public void addZero(MetricId id, long time, MetricUnit unit) {
        put(id, (one, now) -> one.addZero(now, time, unit));
    }

    private void put(MetricId id, Put put) {
        long now = clock.millis();
        Series found = series.get(id);
        while (found == null || !put.into(found, now)) {
            found = series.computeIfAbsent(id, key -> new Series(key, bytes::addAndGet));
        }
        bound();
    }

    private void bound() {
        if (bytes.get() > limitBytes && evicting.compareAndSet(false, true)) {
            workers.execute(this::makeRoom);
        }
    }

    private static int compare(List<MetricDimension> one, List<MetricDimension> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int byName = one.get(i).name().compareTo(other.get(i).name());
            int order = byName != 0
                    ? byName
                    : one.get(i).value().compareTo(other.get(i).value());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** The series of a metric, or {@code null} while nothing is known of it. */
    public @Nullable Series find(MetricId id) {
        return series.get(id);
    }

    /** All series of an account in a region, sorted by namespace, name and dimensions. */
    public List<Series> in(String accountId, String region) {
        List<Series> found = new ArrayList<>();
        for (Series one : series.values()) {
            if (one.id().accountId().equals(accountId) && one.id().region().equals(region)) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparing(Series::id, BY_NAME));
        return found;
    }

    /** Forgets everything, or everything of one account. */
    public void reset(@Nullable String accountId) {
        for (Series one : series.values()) {
            if (accountId == null || one.id().accountId().equals(accountId)) {
                remove(one);
            }
        }
    }

    private void remove(Series one) {
        if (series.remove(one.id(), one)) {
            one.drop();
        }
    }

    /** About how many bytes everything takes. */
    public long bytes() {
        return bytes.get();
    }

    /** How many metrics there are. */
    public int metrics() {
        return series.size();
    }

    /** How many values and statistic sets there are. */
    public long points() {
        long points = 0;
        for (Series one : series.values()) {
            points += one.points();
        }
        return points;
    }

    /** How many bytes have been dropped to make room. */
    public long evictedBytes() {
        return evicted.sum();
    }

    /** The bound. */
    public long limitBytes() {
        return limitBytes;
    }

    /**
     * Rolls up, then moves the horizon nearer until a quarter is free; when even values of now are too many, the metrics go whose
     * last value is the oldest.
     */
    private void makeRoom() {
        try {
            long before = bytes.get();
            long now = clock.millis() / MILLIS;
            long target = limitBytes / (LEFT_QUARTERS + 1) * LEFT_QUARTERS;
            rollUp(now);
            long span = Retention.KEPT;
            for (int step = 0; step < HORIZON_STEPS && bytes.get() > target; step++) {
                span = span / (LEFT_QUARTERS + 1) * LEFT_QUARTERS;
                dropBefore(now - span);
            }
            dropStale(target);
            long freed = before - bytes.get();
            evicted.add(Math.max(0, freed));
            log.warn("metrics: {} bytes of the oldest values made room (limit: {})", freed, limitBytes);
        } finally {
            evicting.set(false);
        }
    }

    private void rollUp(long now) {
        for (Series one : series.values()) {
            one.rollUp(now);
            if (one.isEmpty()) {
                remove(one);
            }
        }
    }

    private void dropBefore(long time) {
        for (Series one : series.values()) {
            one.dropBefore(time);
            if (one.isEmpty()) {
                remove(one);
            }
        }
    }

    private void dropStale(long target) {
        if (bytes.get() <= target) {
            return;
        }
        List<Series> stalest = new ArrayList<>(series.values());
        stalest.sort(Comparator.comparingLong(Series::lastReported));
        for (Series one : stalest) {
            if (bytes.get() <= target) {
                return;
            }
            remove(one);
        }
    }
}

package io.vaportrail.metrics.store;

import io.vaportrail.core.metric.MetricDimension;
import io.vaportrail.core.metric.MetricId;
import io.vaportrail.core.metric.MetricUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one metric holds. Its lock is held for an append or for copying a range; times are seconds from a base of its own, so that
 * 32 bits do.
 */
public final class Series {
    private static final long OVERHEAD = 360;
    private static final long DIMENSION_OVERHEAD = 24;
    private static final int HOUR = 3600;
    private static final long MILLIS = 1000;

    private final MetricId id;
    private final LongConsumer growth;
    private UnitValues[] units = new UnitValues[0];
    private long base;
    private long lastReported = Long.MIN_VALUE;
    private long rolledUpTo = Long.MIN_VALUE;
    private boolean dropped;

    /**
     * A series without values.
     *
     * @param growth is told by how many bytes the series grows or shrinks
     */
    Series(MetricId id, LongConsumer growth) {
        this.id = id;
        this.growth = growth;
        growth.accept(fixedBytes());
    }

    /** What it is. */
    public MetricId id() {
        return id;
    }

    /** When a value was last taken, in milliseconds since 1970. */
    public synchronized long lastReported() {
        return lastReported;
    }

    private long fixedBytes() {
        long bytes = OVERHEAD;
        for (MetricDimension dimension : id.dimensions()) {
            bytes += DIMENSION_OVERHEAD + dimension.value().length();
        }
        return bytes;
    }

    /**
     * Takes a value that occurred so many times.
     *
     * @param nowMillis the clock's time
     * @param time in seconds since 1970, on the grid of its resolution
     * @return false when the series has been dropped meanwhile and another is to be made
     */
    synchronized boolean add(long nowMillis, long time, MetricUnit unit, double value, double count) {
        if (dropped) {
            return false;
        }
        UnitValues values = touched(nowMillis, time, unit);
        long before = values.bytes();
        values.columns().add((int) (time - base), value, count);
        grown(before, values.bytes());
        return true;
    }

    /** Takes a statistic set; like {@link #add}. */
    synchronized boolean addSet(long nowMillis, long time, MetricUnit unit, SetOfValues set) {
        if (dropped) {
            return false;
        }
        UnitValues values = touched(nowMillis, time, unit);
        long before = values.bytes();
        if (set.isOneValue()) {
            values.columns().add((int) (time - base), set.minimum(), set.count());
        } else {
            values.addSet((int) (time - base), set.count(), set.sum(), set.minimum(), set.maximum());
        }
        grown(before, values.bytes());
        return true;
    }

    /** Has the value alone stand at that time; like {@link #add}. */
    synchronized boolean replace(long nowMillis, long time, MetricUnit unit, double value) {
        if (dropped) {
            return false;
        }
        touched(nowMillis, time, unit).columns().dropAt((int) (time - base));
        return add(nowMillis, time, unit, value, 1);
    }

    /** Adds a zero unless there is something at that time; like {@link #add}. */
    synchronized boolean addZero(long nowMillis, long time, MetricUnit unit) {
        if (dropped) {
            return false;
        }
        if (!touched(nowMillis, time, unit).columns().hasAt((int) (time - base))) {
            return add(nowMillis, time, unit, 0, 1);
        }
        return true;
    }

    private void grown(long before, long after) {
        if (before != after) {
            growth.accept(after - before);
        }
    }

    private UnitValues touched(long nowMillis, long time, MetricUnit unit) {
        long now = nowMillis / MILLIS;
        lastReported = nowMillis;
        if (units.length == 0) {
            base = time;
        } else if (Math.abs(time - base) >= Integer.MAX_VALUE) {
            // Decades away from all there is, which is past its retention.
            clear();
            base = time;
        }
        if (now - rolledUpTo >= HOUR || now < rolledUpTo) {
            rollUp(now);
        }
        for (UnitValues known : units) {
            if (known.unit() == unit) {
                return known;
            }
        }
        UnitValues made = new UnitValues(unit);
        UnitValues[] more = java.util.Arrays.copyOf(units, units.length + 1);
        more[units.length] = made;
        units = more;
        growth.accept(made.bytes());
        return made;
    }

    /** Has values that have aged take the resolution of their age; reading shows no difference. */
    synchronized void rollUp(long now) {
        rolledUpTo = now;
        moveTimes(time -> {
            long absolute = base + time;
            int resolution = Retention.resolution(now - absolute);
            return resolution == Retention.GONE
                    ? Integer.MIN_VALUE
                    : (int) (Math.floorDiv(absolute, resolution) * resolution - base);
        });
    }

    /** Drops what is before that time, in seconds since 1970. */
    synchronized void dropBefore(long time) {
        moveTimes(each -> base + each < time ? Integer.MIN_VALUE : each);
    }

    private void moveTimes(IntUnaryOperator where) {
        long before = unitBytes();
        List<UnitValues> kept = new ArrayList<>(units.length);
        for (UnitValues values : units) {
            values.moveTimes(where);
            if (!values.isEmpty()) {
                kept.add(values);
            }
        }
        units = kept.toArray(UnitValues[]::new);
        grown(before, unitBytes());
    }

    private void clear() {
        long before = unitBytes();
        units = new UnitValues[0];
        grown(before, 0);
    }

    /** Gives everything up; whoever holds the series must make another. */
    synchronized void drop() {
        clear();
        dropped = true;
        growth.accept(-fixedBytes());
    }

    private long unitBytes() {
        long bytes = 0;
        for (UnitValues values : units) {
            bytes += values.bytes();
        }
        return bytes;
    }

    /** Whether nothing is left. */
    synchronized boolean isEmpty() {
        return units.length == 0;
    }

    /** How many values and sets it holds. */
    synchronized long points() {
        long points = 0;
        for (UnitValues values : units) {
            points += values.points();
        }
        return points;
    }

    /**
     * What it holds from one time to before another, in seconds since 1970, by the unit's name.
     *
     * @param unit of this unit only, or {@code null} for all
     */
    public synchronized List<UnitSamples> read(long from, long to, @Nullable MetricUnit unit) {
        List<UnitSamples> all = new ArrayList<>(1);
        for (UnitValues values : units) {
            if (unit == null || values.unit() == unit) {
                UnitSamples copy = values.copy(base, within(from), within(to));
                if (!copy.isEmpty()) {
                    all.add(copy);
                }
            }
        }
        all.sort(Comparator.comparing(samples -> samples.unit().text()));
        return all;
    }

    private int within(long time) {
        return (int) Math.max(Integer.MIN_VALUE + 1, Math.min(Integer.MAX_VALUE, time - base));
    }
}

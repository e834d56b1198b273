package io.vaportrail.trail.insights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds unusual minutes among counts. Bounded: the series that were counted in least recently make room. Used by one thread at a time.
 */
final class Detector {
    /** How many series are kept. */
    static final int MOST_SERIES = 2000;

    /** How many minutes they may have in all. */
    static final int MOST_MINUTES = 500_000;

    private final Map<SeriesKey, MinuteCounts> series = new LinkedHashMap<>(64, 0.75f, true);
    private final TreeMap<Long, Set<SeriesKey>> open = new TreeMap<>();
    private final Map<SeriesKey, Insight> active = new TreeMap<>();
    private long sinceSweep;
    private long closedThrough = Long.MIN_VALUE;

    /**
     * Unusual activity.
     *
     * @param key whose
     * @param start its first minute
     * @param end the first usual minute after it; while it goes on, the minute after the last
     * @param total calls in it
     * @param baseline what is usual
     */
    record Insight(SeriesKey key, long start, long end, long total, InsightRule.Baseline baseline) {
        private Insight plus(int count) {
            return new Insight(key, start, end + 1, total + count, baseline);
        }
    }

    /** Hears of what is found. */
    interface Findings {
        /** Unusual activity has begun; the minute is over. */
        void started(Insight insight);

        /** It has ended. */
        void ended(Insight insight);
    }

    /** From which minute on to look; those before are only part of baselines. */
    void startAt(long minute) {
        closedThrough = minute - 1;
    }

    void count(SeriesKey key, long minute) {
        series.computeIfAbsent(key, unseen -> new MinuteCounts()).add(minute);
        if (minute > closedThrough) {
            open.computeIfAbsent(minute, unseen -> new HashSet<>()).add(key);
        }
        if (++sinceSweep >= MOST_MINUTES / 2 || series.size() > MOST_SERIES) {
            sweep(minute);
        }
    }

    /** Whether the passing of time alone may bring findings. */
    boolean isWaiting() {
        return !open.isEmpty() || !active.isEmpty();
    }

    /**
     * Looks at all minutes before the one that is not over yet.
     *
     * @param wanted which series matter
     */
    void closeBefore(long minute, Predicate<SeriesKey> wanted, Findings findings) {
        while (isWaiting()) {
            long next = active.isEmpty() ? open.firstKey() : closedThrough + 1;
            if (next >= minute) {
                return;
            }
            close(next, wanted, findings);
        }
    }

    private void close(long minute, Predicate<SeriesKey> wanted, Findings findings) {
        Set<SeriesKey> counted = open.remove(minute);
        Set<SeriesKey> keys = new TreeSet<>(active.keySet());
        if (counted != null) {
            keys.addAll(counted);
        }
        closedThrough = minute;
        for (SeriesKey key : keys) {
            MinuteCounts counts = series.get(key);
            if (counts != null || active.containsKey(key)) {
                close(key, counts == null ? new MinuteCounts() : counts, minute, wanted, findings);
            }
        }
    }

    private void close(
            SeriesKey key, MinuteCounts counts, long minute, Predicate<SeriesKey> wanted, Findings findings) {
        int count = counts.in(minute);
        Insight insight = active.get(key);
        if (insight == null) {
            InsightRule.Baseline baseline = counts.before(minute);
            if (InsightRule.isUnusual(count, baseline) && wanted.test(key)) {
                insight = new Insight(key, minute, minute + 1, count, baseline);
                active.put(key, insight);
                findings.started(insight);
            }
        } else if (InsightRule.isUnusual(count, insight.baseline())) {
            active.put(key, insight.plus(count));
        } else {
            active.remove(key);
            findings.ended(insight);
        }
    }

    /** Drops what is older than any baseline, then the series counted in longest ago. */
    private void sweep(long now) {
        sinceSweep = 0;
        long minutes = 0;
        for (MinuteCounts counts : series.values()) {
            counts.forgetBefore(now - InsightRule.BASELINE_MINUTES);
            minutes += counts.size();
        }
        Iterator<MinuteCounts> oldest = series.values().iterator();
        while (series.size() > MOST_SERIES || minutes > MOST_MINUTES && series.size() > 1) {
            minutes -= oldest.next().size();
            oldest.remove();
        }
    }

    /** Forgets everything, or what the test says. */
    void forget(Predicate<SeriesKey> forgotten) {
        series.keySet().removeIf(forgotten);
        active.keySet().removeIf(forgotten);
        open.values().forEach(keys -> keys.removeIf(forgotten));
        List<Long> empty = new ArrayList<>();
        open.forEach((minute, keys) -> {
            if (keys.isEmpty()) {
                empty.add(minute);
            }
        });
        empty.forEach(open::remove);
    }

    /** How many series there are. */
    int size() {
        return series.size();
    }
}

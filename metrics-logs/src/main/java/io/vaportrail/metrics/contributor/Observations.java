package io.vaportrail.metrics.contributor;

import io.vaportrail.metrics.statistic.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** What a rule has counted, by the minute of the events. Safe for use by several threads. */
final class Observations {
    private static final long MILLIS = 1000;
    private static final int MINUTE = 60;

    /** About how many bytes an entry takes beside its texts. */
    private static final int ENTRY_BYTES = 128;

    private static final int CHARACTER_BYTES = 2;

    private final LongConsumer memory;

    /** By when the minute begins, in seconds since 1970; guarded by this, like all in them. */
    private final TreeMap<Long, Minute> minutes = new TreeMap<>();

    private long bytes;
    private boolean dropped;

    /** None yet; the consumer is told how many bytes are taken, or given back. */
    Observations(LongConsumer memory) {
        this.memory = memory;
    }

    private static final class Minute {
        private final Counted counted = new Counted();
        private long bytes;
    }

    /** Takes what an event adds, unless the rule is no more. */
    synchronized void add(long timestampMillis, RuleDefinition.Contribution contribution, long keptFromMillis) {
        if (dropped) {
            return;
        }
        while (!minutes.isEmpty() && minutes.firstKey() < keptFromMillis / MILLIS) {
            dropOldest();
        }
        long start = Math.floorDiv(timestampMillis, MINUTE * MILLIS) * MINUTE;
        Minute minute = minutes.computeIfAbsent(start, time -> new Minute());
        if (minute.counted.add(contribution)) {
            long taken = bytesOf(contribution.contributor());
            minute.bytes += taken;
            bytes += taken;
            memory.accept(taken);
        }
    }

    private static long bytesOf(List<String> contributor) {
        long taken = ENTRY_BYTES;
        for (String key : contributor) {
            taken += (long) key.length() * CHARACTER_BYTES;
        }
        return taken;
    }

    /** About how many bytes they take. */
    synchronized long bytes() {
        return bytes;
    }

    /** Forgets the oldest minute. */
    synchronized void dropOldest() {
        Map.Entry<Long, Minute> oldest = minutes.pollFirstEntry();
        if (oldest != null) {
            bytes -= oldest.getValue().bytes;
            memory.accept(-oldest.getValue().bytes);
        }
    }

    /** Forgets everything, for good. */
    synchronized void drop() {
        dropped = true;
        while (!minutes.isEmpty()) {
            dropOldest();
        }
    }

    /** What was counted in the periods of a range in which something was, by when they begin, in seconds since 1970. */
    synchronized TreeMap<Long, Counted> in(TimeRange range) {
        TreeMap<Long, Counted> periods = new TreeMap<>();
        minutes.subMap(range.start(), range.end())
                .forEach((start, minute) -> periods.computeIfAbsent(range.periodOf(start), time -> new Counted())
                        .add(minute.counted));
        return periods;
    }
}

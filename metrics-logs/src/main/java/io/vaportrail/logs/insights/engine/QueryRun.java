package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogGroup;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a plan once. */
public final class QueryRun {
    /** Events between two looks at whether somebody has had enough, a power of two. */
    private static final int LOOK = 1024;

    private final QueryPlan plan;
    private final LogEvents source;
    private final Map<LogGroup, Long> groups;
    private final Masking masking;
    private final BooleanSupplier stopped;
    private final RunStatistics statistics = new RunStatistics();
    private volatile long keptBytes;
    private long events;
    private long bytes;

    /**
     * A run to come.
     *
     * @param groups what it reads: of each group the events that came in from a time on, in milliseconds since 1970
     * @param memory where what it keeps comes from
     * @param stopped asked now and then whether to give up
     */
    public QueryRun(
            QueryPlan plan,
            LogEvents source,
            Map<LogGroup, Long> groups,
            Masking masking,
            QueryMemory memory,
            BooleanSupplier stopped) {
        plan.memory().from(memory);
        this.plan = plan;
        this.source = source;
        this.groups = Map.copyOf(groups);
        this.masking = masking;
        this.stopped = stopped;
    }

    /** What it has read so far. */
    public RunStatistics statistics() {
        return statistics;
    }

    /** Roughly what its results take, in bytes: whoever forgets them has to give that back. */
    public long keptBytes() {
        return keptBytes;
    }

    /**
     * Reads the events of a time.
     *
     * @param startMillis the earliest timestamp, in milliseconds since 1970
     * @param endMillis the latest timestamp, exclusive
     * @return the rows, or {@code null} when it was stopped
     * @throws QueryTooLargeException when it has too much to keep
     */
    public @Nullable List<List<Cell>> rows(long startMillis, long endMillis) {
        CollectStage end = plan.end();
        List<List<Cell>> rows = null;
        try {
            rows = rows(end, startMillis, endMillis);
        } finally {
            keptBytes = rows == null ? 0 : end.bytes();
            plan.memory().keep(keptBytes);
        }
        return rows;
    }

    private @Nullable List<List<Cell>> rows(CollectStage end, long startMillis, long endMillis) {
        Stage first = plan.line(end, statistics);
        EventFields fields = new EventFields(plan.events().fields(), masking);
        Long earlier = plan.earlierStart(startMillis, endMillis);
        if (earlier != null) {
            plan.phase().earlier(true);
            boolean whole = read(first, fields, earlier, earlier + endMillis - startMillis);
            plan.phase().earlier(false);
            if (!whole) {
                return null;
            }
        }
        if (!read(first, fields, startMillis, endMillis)) {
            return null;
        }
        first.finish();
        statistics.scanned(events, bytes);
        return end.rows();
    }

    private boolean read(Stage first, EventFields fields, long startMillis, long endMillis) {
        EventCursor cursor = source.ofGroups(groups.keySet(), startMillis, endMillis, plan.order());
        fields.follow(cursor);
        Row row = Row.of(fields, plan.events().size());
        boolean all = groups.values().stream().allMatch(since -> since == Long.MIN_VALUE);
        while (cursor.next()) {
            if (!all
                    && cursor.ingestionTime()
                            < groups.getOrDefault(cursor.stream().group(), Long.MIN_VALUE)) {
                continue;
            }
            row.clear();
            events++;
            bytes += cursor.length();
            first.push(row);
            if ((events & LOOK - 1) == 0) {
                statistics.scanned(events, bytes);
                if (stopped.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }
}

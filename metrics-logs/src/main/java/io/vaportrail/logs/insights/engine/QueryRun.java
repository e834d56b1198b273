package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.store.EventCursor;
import io.vaportrail.logs.store.LogEvents;
import io.vaportrail.logs.store.LogGroup;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a plan once. */
public final class QueryRun {
    /** Events between two looks at whether somebody has had enough, a power of two. */
    private static final int LOOK = 1024;

    private final QueryPlan plan;
    private final LogEvents source;
    private final Collection<LogGroup> groups;
    private final Masking masking;
    private final BooleanSupplier stopped;
    private final RunStatistics statistics = new RunStatistics();
    private volatile long keptBytes;
    private long events;
    private long bytes;

    /**
     * A run to come.
     *
     * @param memory where what it keeps comes from
     * @param stopped asked now and then whether to give up
     */
    public QueryRun(
            QueryPlan plan,
            LogEvents source,
            Collection<LogGroup> groups,
            Masking masking,
            QueryMemory memory,
            BooleanSupplier stopped) {
        plan.memory().from(memory);
        this.plan = plan;
        this.source = source;
        this.groups = List.copyOf(groups);
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
        EventCursor cursor = source.ofGroups(groups, startMillis, endMillis, plan.order());
        fields.follow(cursor);
        Row row = Row.of(fields, plan.events().size());
        while (cursor.next()) {
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

package io.vaportrail.logs.insights.engine;

import io.vaportrail.logs.insights.language.Command;
import io.vaportrail.logs.insights.language.Query;
import io.vaportrail.logs.insights.language.QuerySyntaxException;
import io.vaportrail.logs.store.EventOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query that is ready to run, once at a time. */
public final class QueryPlan {
    /** Rows of a result, if a query asks for so many. */
    public static final int MOST_ROWS = 100_000;

    /** Rows of a result of a query that does not say. */
    public static final int ROWS = 10_000;

    private final List<Stage.Maker> stages;
    private final int countedFrom;
    private final Map<String, Computed> columns;
    private final int limit;
    private final Scope events;
    private final EventOrder order;
    private final Command.@Nullable Against against;
    private final boolean unmasks;
    private final boolean needsStandard;
    private final List<Set<String>> indexed;
    private final RunPhase phase;
    private final RunMemory memory;

    QueryPlan(PlanCompiler compiler, int limit) {
        this.stages = List.copyOf(compiler.stages());
        this.countedFrom = compiler.countedFrom();
        this.columns = compiler.columns();
        this.limit = limit;
        this.events = compiler.events();
        this.order = compiler.order();
        this.against = compiler.against();
        this.unmasks = compiler.unmasks();
        this.needsStandard = compiler.needsStandard();
        this.indexed = List.copyOf(compiler.indexed());
        this.phase = compiler.phase();
        this.memory = compiler.memory();
    }

    /**
     * Makes a query ready.
     *
     * @param startedMillis when it was started, in milliseconds since 1970
     * @param limit how many rows are wanted of a query that does not say, from 1 to {@link #MOST_ROWS}
     * @param tables what it can look things up in
     * @throws QuerySyntaxException when the query makes no sense
     */
    public static QueryPlan of(Query query, long startedMillis, int limit, LookupTable.Source tables)
            throws QuerySyntaxException {
        PlanCompiler compiler = new PlanCompiler(startedMillis, tables);
        compiler.compile(query.commands());
        return new QueryPlan(compiler, compiler.limits() ? MOST_ROWS : limit);
    }

    /** Whether it shows what policies hide. */
    public boolean unmasks() {
        return unmasks;
    }

    /** Whether it can only read log groups of class STANDARD. */
    public boolean needsStandard() {
        return needsStandard;
    }

    /** For each filterIndex command the fields that it mentions: it reads where one of them is indexed. */
    public List<Set<String>> indexed() {
        return indexed;
    }

    /** Whether the order of events matters, and which. */
    EventOrder order() {
        return order;
    }

    /** Slots and fields of the rows of events. */
    Scope events() {
        return events;
    }

    RunPhase phase() {
        return phase;
    }

    RunMemory memory() {
        return memory;
    }

    /** The beginning of the time that it compares with, in milliseconds since 1970, or {@code null} when it does not compare. */
    @Nullable Long earlierStart(long startMillis, long endMillis) {
        if (against == null) {
            return null;
        }
        return switch (against) {
            case PREVIOUS_PERIOD -> startMillis - (endMillis - startMillis);
            case PREVIOUS_DAY -> startMillis - 86_400_000L;
            case PREVIOUS_WEEK -> startMillis - 7 * 86_400_000L;
            case PREVIOUS_MONTH ->
                Instant.ofEpochMilli(startMillis)
                        .atZone(ZoneOffset.UTC)
                        .minusMonths(1)
                        .toInstant()
                        .toEpochMilli();
        };
    }

    /** The end of a line of stages. */
    CollectStage end() {
        return new CollectStage(columns, limit, memory);
    }

    /** The first of a new line of stages. */
    Stage line(CollectStage end, RunStatistics statistics) {
        Stage first = end;
        for (int i = stages.size(); i >= 0; i--) {
            if (i == countedFrom) {
                first = new RowStages.Count(first, statistics);
            }
            if (i > 0) {
                first = stages.get(i - 1).before(first);
            }
        }
        return first;
    }
}

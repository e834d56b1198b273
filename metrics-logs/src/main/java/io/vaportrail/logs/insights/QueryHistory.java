package io.vaportrail.logs.insights;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.insights.engine.QueryMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The queries of an account in a region, for seven days. Those that have ended make room for new ones, the oldest first.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch Logs quotas</a>
 */
final class QueryHistory {
    /** Queries that can go on at once. */
    static final int CONCURRENT = 100;

    /** Queries that are remembered; a bound of our own. */
    static final int MOST = 1_000;

    /**
     * How long queries and their results are kept.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">Query results availability</a>
     */
    static final Duration KEPT = Duration.ofDays(7);

    private final EmulatorClock clock;
    private final QueryMemory memory;
    private final Map<String, RunningQuery> queries = new LinkedHashMap<>();
    private long started;

    QueryHistory(EmulatorClock clock, QueryMemory memory) {
        this.clock = clock;
        this.memory = memory;
    }

    /**
     * Starts one.
     *
     * @throws io.vaportrail.schema.ServiceException when too many are going on
     */
    synchronized RunningQuery add(LongFunction<RunningQuery> maker) {
        forgetOld();
        long goingOn = queries.values().stream().filter(RunningQuery::isGoingOn).count();
        if (goingOn >= CONCURRENT) {
            throw InsightsErrors.tooManyQueries(CONCURRENT);
        }
        makeRoom();
        RunningQuery query = maker.apply(++started);
        queries.put(query.started().id(), query);
        return query;
    }

    private void makeRoom() {
        Iterator<RunningQuery> oldest = queries.values().iterator();
        while (oldest.hasNext() && (queries.size() >= MOST || memory.isCrowded())) {
            forgetIfEnded(oldest, Long.MAX_VALUE);
        }
    }

    private void forgetOld() {
        long latest = clock.millis() - KEPT.toMillis();
        for (Iterator<RunningQuery> oldest = queries.values().iterator(); oldest.hasNext(); ) {
            forgetIfEnded(oldest, latest);
        }
    }

    /** Forgets the next one if it has ended and was not started later. */
    private void forgetIfEnded(Iterator<RunningQuery> next, long latestMillis) {
        RunningQuery query = next.next();
        if (!query.isGoingOn() && query.started().createdMillis() <= latestMillis) {
            next.remove();
            memory.release(query.keptBytes());
        }
    }

    synchronized @Nullable RunningQuery get(String id) {
        forgetOld();
        return queries.get(id);
    }

    /** All, the newest first. */
    synchronized List<RunningQuery> all() {
        forgetOld();
        List<RunningQuery> all = new ArrayList<>(queries.values());
        Collections.reverse(all);
        return all;
    }

    /** Stops all that are going on and forgets all. */
    synchronized void clear() {
        for (RunningQuery query : queries.values()) {
            if (!query.stop()) {
                memory.release(query.keptBytes());
            }
        }
        queries.clear();
    }
}

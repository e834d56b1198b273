package io.vaportrail.logs.insights;

import io.vaportrail.logs.insights.engine.Cell;
import io.vaportrail.logs.insights.engine.QueryRun;
import io.vaportrail.logs.insights.engine.RunStatistics;
import io.vaportrail.model.logs.QueryInfo;
import io.vaportrail.model.logs.QueryLanguage;
import io.vaportrail.model.logs.QueryStatistics;
import io.vaportrail.model.logs.QueryStatus;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A query that was started, with its results once it is complete. Safe for any thread. */
final class RunningQuery {
    private static final Logger log = LoggerFactory.getLogger(RunningQuery.class);

    private final Started started;
    private final QueryRun run;
    private String status = QueryStatus.SCHEDULED;
    private List<List<Cell>> rows = List.of();

    /**
     * How it was started.
     *
     * @param number counts the queries that were started
     * @param text the query as it is described, with the groups and the time that it reads
     * @param groupNames the groups that it reads
     * @param createdMillis when, in milliseconds since 1970
     * @param startMillis the earliest timestamp that it reads, in milliseconds since 1970
     * @param endMillis the latest timestamp, exclusive
     */
    record Started(
            long number,
            String id,
            String text,
            List<String> groupNames,
            long createdMillis,
            long startMillis,
            long endMillis) {}

    RunningQuery(Started started, RunMaker maker) {
        this.started = started;
        this.run = maker.make(this);
    }

    /** Makes the run of a query, which asks the query whether to go on. */
    @FunctionalInterface
    interface RunMaker {
        QueryRun make(RunningQuery query);
    }

    Started started() {
        return started;
    }

    synchronized String status() {
        return status;
    }

    synchronized List<List<Cell>> rows() {
        return rows;
    }

    boolean isStopped() {
        return status().equals(QueryStatus.CANCELLED);
    }

    synchronized boolean isGoingOn() {
        return status.equals(QueryStatus.SCHEDULED) || status.equals(QueryStatus.RUNNING);
    }

    /** Gives up; {@code false} when it has ended before. */
    synchronized boolean stop() {
        if (!isGoingOn()) {
            return false;
        }
        status = QueryStatus.CANCELLED;
        return true;
    }

    /** Runs to the end. What goes wrong shows in the status. */
    void run() {
        if (!move(QueryStatus.SCHEDULED, QueryStatus.RUNNING, List.of())) {
            return;
        }
        try {
            List<List<Cell>> found = run.rows(started.startMillis, started.endMillis);
            if (found != null) {
                move(QueryStatus.RUNNING, QueryStatus.COMPLETE, found);
            }
        } catch (RuntimeException e) {
            log.error("The query {} failed", started.id, e);
            move(QueryStatus.RUNNING, QueryStatus.FAILED, List.of());
        }
    }

    private synchronized boolean move(String from, String to, List<List<Cell>> found) {
        if (!status.equals(from)) {
            return false;
        }
        status = to;
        rows = found;
        return true;
    }

    /** What GetQueryResults says of the work. */
    QueryStatistics statistics() {
        RunStatistics soFar = run.statistics();
        return QueryStatistics.builder()
                .recordsMatched((double) soFar.recordsMatched())
                .recordsScanned((double) soFar.recordsScanned())
                .estimatedRecordsSkipped(0.0)
                .bytesScanned((double) soFar.bytesScanned())
                .estimatedBytesSkipped(0.0)
                .logGroupsScanned((double) started.groupNames.size())
                .build();
    }

    /** What DescribeQueries says. */
    QueryInfo info() {
        return QueryInfo.builder()
                .queryLanguage(QueryLanguage.CWLI)
                .queryId(started.id)
                .queryString(started.text)
                .status(status())
                .createTime(started.createdMillis)
                .logGroupName(started.groupNames.isEmpty() ? null : started.groupNames.get(0))
                .build();
    }
}

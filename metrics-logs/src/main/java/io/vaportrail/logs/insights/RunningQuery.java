package io.vaportrail.logs.insights;

import io.vaportrail.core.time.Cancellable;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.insights.engine.Cell;
import io.vaportrail.logs.insights.engine.QueryRun;
import io.vaportrail.logs.insights.engine.QueryTooLargeException;
import io.vaportrail.logs.insights.engine.RunStatistics;
import io.vaportrail.model.logs.QueryInfo;
import io.vaportrail.model.logs.QueryLanguage;
import io.vaportrail.model.logs.QueryStatistics;
import io.vaportrail.model.logs.QueryStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A query that was started, with its results once it is complete. Safe for any thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html">StartQuery</a>
 */
final class RunningQuery {
    /** How long a query may go on, on the emulator's clock. */
    static final Duration TIME_OUT = Duration.ofMinutes(60);

    private static final Logger log = LoggerFactory.getLogger(RunningQuery.class);

    private final Started started;
    private final QueryRun run;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Cancellable timer;
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

    /** What its results take of the memory of queries. */
    long keptBytes() {
        return run.keptBytes();
    }

    boolean isStopped() {
        return ended.getCount() == 0;
    }

    synchronized boolean isGoingOn() {
        return status.equals(QueryStatus.SCHEDULED) || status.equals(QueryStatus.RUNNING);
    }

    /** Gives up; {@code false} when it has ended before. */
    boolean stop() {
        return end(QueryStatus.CANCELLED, List.of());
    }

    /**
     * Has it time out when the hour has come.
     *
     * @param patience how long the clock then waits for a query that is about to end, in the machine's time: when somebody moves the
     *     clock by hours, a query that takes milliseconds has not run for hours
     */
    void limit(EmulatorClock clock, Duration patience) {
        Cancellable scheduled = clock.schedule(started.createdMillis + TIME_OUT.toMillis(), () -> timeOut(patience));
        synchronized (this) {
            if (isGoingOn()) {
                timer = scheduled;
                return;
            }
        }
        scheduled.cancel();
    }

    private void timeOut(Duration patience) {
        try {
            if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                end(QueryStatus.TIMEOUT, List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs to the end. What goes wrong shows in the status. */
    void run() {
        synchronized (this) {
            if (!isGoingOn()) {
                return;
            }
            status = QueryStatus.RUNNING;
        }
        try {
            List<List<Cell>> found = run.rows(started.startMillis, started.endMillis);
            if (found != null) {
                end(QueryStatus.COMPLETE, found);
            }
        } catch (QueryTooLargeException e) {
            log.warn("The query {} failed: {}", started.id, e.getMessage());
            end(QueryStatus.FAILED, List.of());
        } catch (RuntimeException e) {
            log.error("The query {} failed", started.id, e);
            end(QueryStatus.FAILED, List.of());
        }
    }

    private boolean end(String how, List<List<Cell>> found) {
        Cancellable scheduled;
        synchronized (this) {
            if (!isGoingOn()) {
                return false;
            }
            status = how;
            rows = found;
            scheduled = timer;
            timer = null;
        }
        ended.countDown();
        if (scheduled != null) {
            scheduled.cancel();
        }
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

package io.vaportrail.sns.feed;

import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.sns.SnsLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes lines to one place, one request at a time. What cannot be written waits, within a bound, for the next line. */
public final class LineFeed {
    private static final Logger log = LoggerFactory.getLogger(LineFeed.class);

    /** Lines of one request: a hundredth of what CloudWatch Logs takes, so that their bytes are never too many. */
    private static final int AT_ONCE = 100;

    private final LineSink sink;
    private final EmulatorClock clock;
    private final Executor workers;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean complained;

    /** A feed that has written nothing. */
    public LineFeed(LineSink sink, EmulatorClock clock, Executor workers) {
        this.sink = sink;
        this.clock = clock;
        this.workers = workers;
    }

    /** Takes a line; returns at once. Must not be called while a lock is held. */
    public void add(String text) {
        Line line = new Line(clock.millis(), text);
        synchronized (this) {
            if (waiting.size() == SnsLimits.LOG_BACKLOG) {
                waiting.removeFirst();
            }
            waiting.addLast(line);
            if (sending) {
                return;
            }
            sending = true;
        }
        send();
    }

    private void send() {
        List<Line> some = some();
        sink.write(some).whenComplete((done, error) -> sent(some, error));
    }

    private synchronized List<Line> some() {
        List<Line> some = new ArrayList<>();
        for (Line line : waiting) {
            if (some.size() == AT_ONCE) {
                break;
            }
            some.add(line);
        }
        some.sort(Comparator.comparingLong(Line::millis));
        return some;
    }

    private void sent(List<Line> some, @Nullable Throwable error) {
        boolean more;
        synchronized (this) {
            if (error == null) {
                // The backlog may have dropped some of them meanwhile, from its beginning.
                for (Line line : some) {
                    waiting.removeFirstOccurrence(line);
                }
                complained = false;
            }
            more = error == null && !waiting.isEmpty();
            sending = more;
        }
        if (error != null) {
            complain(error);
        }
        if (more) {
            workers.execute(this::send);
        }
    }

    private void complain(Throwable error) {
        sink.forget();
        synchronized (this) {
            if (complained) {
                return;
            }
            complained = true;
        }
        log.warn("not written to {}: {}", sink.described(), text(error));
    }

    private static String text(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof ServiceException answer
                ? answer.auditCode() + ": " + answer.getMessage()
                : cause.toString();
    }
}

package io.vaportrail.sns.status;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.logs.CreateLogGroupRequest;
import io.vaportrail.model.logs.CreateLogStreamRequest;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.PutLogEventsRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.sns.SnsLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines to one log group, one request at a time. What cannot be written waits, within a bound, for the next line.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
 */
final class StatusFeed {
    private static final Logger log = LoggerFactory.getLogger(StatusFeed.class);

    /** Lines of one request: a thousandth of what Logs takes, so that its bytes are never too many. */
    private static final int AT_ONCE = 100;

    /** The role's session lasts an hour. */
    private static final Duration SESSION = Duration.ofMinutes(50);

    private final LogGroup group;
    private final String stream;
    private final InternalCalls calls;
    private final FeedbackRole role;
    private final EmulatorClock clock;
    private final Executor workers;
    private final Deque<InputLogEvent> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean complained;
    private volatile @Nullable Session session;

    private record Session(Caller caller, Instant until) {}

    StatusFeed(
            LogGroup group,
            String stream,
            InternalCalls calls,
            FeedbackRole role,
            EmulatorClock clock,
            Executor workers) {
        this.group = group;
        this.stream = stream;
        this.calls = calls;
        this.role = role;
        this.clock = clock;
        this.workers = workers;
    }

    /** Takes a line; returns at once. */
    void add(String line) {
        InputLogEvent event =
                InputLogEvent.builder().timestamp(clock.millis()).message(line).build();
        synchronized (this) {
            if (waiting.size() == SnsLimits.STATUS_BACKLOG) {
                waiting.removeFirst();
            }
            waiting.addLast(event);
            if (sending) {
                return;
            }
            sending = true;
        }
        send();
    }

    private void send() {
        List<InputLogEvent> some = some();
        session().thenCompose(caller -> put(caller, some)).whenComplete((done, error) -> sent(some, error));
    }

    private synchronized List<InputLogEvent> some() {
        List<InputLogEvent> some = new ArrayList<>();
        for (InputLogEvent event : waiting) {
            if (some.size() == AT_ONCE) {
                break;
            }
            some.add(event);
        }
        some.sort(Comparator.comparing(InputLogEvent::timestamp));
        return some;
    }

    private void sent(List<InputLogEvent> some, @Nullable Throwable error) {
        boolean more;
        synchronized (this) {
            if (error == null) {
                waiting.removeAll(some);
                complained = false;
            } else {
                session = null;
                if (!complained) {
                    complained = true;
                    log.warn(
                            "delivery status not written to {} under {}: {}",
                            group.name(),
                            group.roleArn(),
                            text(error));
                }
            }
            more = error == null && !waiting.isEmpty();
            sending = more;
        }
        if (more) {
            workers.execute(this::send);
        }
    }

    private CompletionStage<Caller> session() {
        Session known = session;
        if (known != null && clock.now().isBefore(known.until)) {
            return CompletableFuture.completedStage(known.caller);
        }
        return role.assume(group, clock.now())
                .thenCompose(caller -> prepare(caller).thenApply(made -> {
                    session = new Session(caller, clock.now().plus(SESSION));
                    return caller;
                }));
    }

    private CompletionStage<?> prepare(Caller caller) {
        CreateLogGroupRequest ofGroup =
                CreateLogGroupRequest.builder().logGroupName(group.name()).build();
        CreateLogStreamRequest ofStream = CreateLogStreamRequest.builder()
                .logGroupName(group.name())
                .logStreamName(stream)
                .build();
        return create(LogsService.CREATE_LOG_GROUP, ofGroup, caller)
                .thenCompose(made -> create(LogsService.CREATE_LOG_STREAM, ofStream, caller));
    }

    private <I extends Struct, O extends Struct> CompletionStage<Boolean> create(
            OperationSchema<I, O> operation, I input, Caller caller) {
        return calls.call(operation, input, caller, group.region(), null)
                .thenApply(made -> true)
                .exceptionallyCompose(error -> cause(error) instanceof ServiceException answer
                                && answer.auditCode().equals("ResourceAlreadyExistsException")
                        ? CompletableFuture.completedStage(false)
                        : CompletableFuture.failedStage(error));
    }

    private CompletionStage<?> put(Caller caller, List<InputLogEvent> events) {
        PutLogEventsRequest request = PutLogEventsRequest.builder()
                .logGroupName(group.name())
                .logStreamName(stream)
                .logEvents(events)
                .build();
        return calls.call(LogsService.PUT_LOG_EVENTS, request, caller, group.region(), null);
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static String text(Throwable error) {
        Throwable cause = cause(error);
        return cause instanceof ServiceException answer
                ? answer.auditCode() + ": " + answer.getMessage()
                : cause.toString();
    }
}

package io.vaportrail.logs.event;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.logs.LogsErrors;
import io.vaportrail.logs.LogsLimits;
import io.vaportrail.logs.group.GroupFinder;
import io.vaportrail.logs.store.LogGroup;
import io.vaportrail.logs.store.LogStore;
import io.vaportrail.logs.store.LogStream;
import io.vaportrail.logs.transform.Transformers;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.logs.LogGroupClass;
import io.vaportrail.model.logs.PutLogEventsRequest;
import io.vaportrail.model.logs.PutLogEventsResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * PutLogEvents. Whoever listens has taken note of the events when the caller is answered. The sequence token is ignored, as AWS has
 * done since 2023.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
 */
public final class PutLogEvents implements AsyncHandler<PutLogEventsRequest, PutLogEventsResponse> {
    /** Bytes that listeners look through here and now. */
    private static final int INLINE_BYTES = 16 * 1024;

    private final GroupFinder finder;
    private final LogStore store;
    private final EmulatorClock clock;
    private final Executor workers;
    private final IngestionMetrics metrics;
    private final Transformers transformers;
    private final List<EventListener> listeners;

    /** The operation. */
    public PutLogEvents(
            GroupFinder finder,
            LogStore store,
            EmulatorClock clock,
            Executor workers,
            IngestionMetrics metrics,
            Transformers transformers,
            List<EventListener> listeners) {
        this.finder = finder;
        this.store = store;
        this.clock = clock;
        this.workers = workers;
        this.metrics = metrics;
        this.transformers = transformers;
        this.listeners = listeners;
    }

    @Override
    public CompletionStage<PutLogEventsResponse> handle(PutLogEventsRequest input, Call call) {
        LogGroup group = finder.named(input.logGroupName(), call);
        if (group.groupClass().equals(LogGroupClass.DELIVERY)) {
            throw LogsErrors.invalid("The specified log group is of class DELIVERY, which takes no PutLogEvents.");
        }
        LogStream stream = GroupFinder.stream(group, input.logStreamName());
        List<LogStream.Incoming> events = checked(input.logEvents());
        long now = clock.millis();
        Rejections rejections = Rejections.of(input.logEvents(), group, now);
        List<LogStream.Incoming> taken = events.subList(rejections.from(), rejections.to());
        PutLogEventsResponse answer = PutLogEventsResponse.builder()
                .nextSequenceToken(stream.sequenceToken(now))
                .rejectedLogEventsInfo(rejections.info())
                .build();
        if (taken.isEmpty()) {
            return CompletableFuture.completedFuture(answer);
        }
        long first = store.append(stream, taken, now);
        IngestedEvents ingested = new IngestedEvents(stream, taken, first, now, bytes(taken), call, null);
        metrics.ingested(ingested);
        return tell(ingested, answer);
    }

    /**
     * Writes what the service itself has to say, as events of now.
     *
     * @param name of the stream, which is made when there is none
     * @param cause what it is about
     * @throws io.vaportrail.schema.ServiceException when memory is used up
     */
    public void write(LogGroup group, String name, List<LogStream.Incoming> events, IngestedEvents cause) {
        LogStream stream = store.openStream(group, name);
        long now = cause.ingestionMillis();
        long first = store.append(stream, events, now);
        IngestedEvents ingested = new IngestedEvents(stream, events, first, now, bytes(events), cause.call(), null);
        metrics.ingested(ingested);
        tell(interested(group), ingested);
    }

    private List<EventListener> interested(LogGroup group) {
        List<EventListener> interested = new ArrayList<>(listeners.size());
        for (EventListener listener : listeners) {
            if (listener.listensTo(group)) {
                interested.add(listener);
            }
        }
        return interested;
    }

    private CompletionStage<PutLogEventsResponse> tell(IngestedEvents events, PutLogEventsResponse answer) {
        List<EventListener> interested = interested(events.stream().group());
        boolean idle = interested.isEmpty() && !transformers.has(events.stream().group());
        if (idle || events.bytes() <= INLINE_BYTES) {
            tell(interested, events);
            return CompletableFuture.completedFuture(answer);
        }
        CompletableFuture<PutLogEventsResponse> later = new CompletableFuture<>();
        Runnable work = () -> {
            try {
                tell(interested, events);
                later.complete(answer);
            } catch (RuntimeException | Error e) {
                later.completeExceptionally(e);
            }
        };
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            // Whoever brings the work does it when the pool is full: callers slow down to what can be done.
            work.run();
        }
        return later;
    }

    private void tell(List<EventListener> interested, IngestedEvents events) {
        IngestedEvents told = events.with(transformers.transformed(events.stream(), events.events()));
        interested.forEach(listener -> listener.ingested(told));
    }

    /** The events in bytes, once they have been found to be a batch that AWS takes. */
    private static List<LogStream.Incoming> checked(List<InputLogEvent> events) {
        List<LogStream.Incoming> checked = new ArrayList<>(events.size());
        long bytes = 0;
        long previous = Long.MIN_VALUE;
        for (InputLogEvent event : events) {
            byte[] utf8 = event.message().getBytes(StandardCharsets.UTF_8);
            if (utf8.length > LogsLimits.EVENT_BYTES) {
                throw LogsErrors.invalid(
                        "Log event too large: " + utf8.length + " bytes exceeds limit of " + LogsLimits.EVENT_BYTES);
            }
            if (event.timestamp() < previous) {
                throw LogsErrors.invalid("Log events in a single PutLogEvents request must be in chronological order.");
            }
            previous = event.timestamp();
            bytes += utf8.length + LogsLimits.BYTES_PER_EVENT;
            checked.add(new LogStream.Incoming(event.timestamp(), event.message(), utf8));
        }
        if (bytes > LogsLimits.BATCH_BYTES) {
            throw LogsErrors.invalid(
                    "Upload too large: " + bytes + " bytes exceeds limit of " + LogsLimits.BATCH_BYTES);
        }
        if (previous - events.get(0).timestamp() > LogsLimits.BATCH_SPAN.toMillis()) {
            throw LogsErrors.invalid(
                    "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }
        return checked;
    }

    private static long bytes(List<LogStream.Incoming> events) {
        long bytes = 0;
        for (LogStream.Incoming event : events) {
            bytes += event.utf8().length;
        }
        return bytes;
    }
}

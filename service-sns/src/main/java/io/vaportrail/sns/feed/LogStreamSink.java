package io.vaportrail.sns.feed;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.model.logs.CreateLogGroupRequest;
import io.vaportrail.model.logs.CreateLogStreamRequest;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.PutLogEventsRequest;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a log group, made when the first line is written.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html">PutLogEvents</a>
 */
public final class LogStreamSink implements LineSink {
    private final InternalCalls calls;
    private final Stream stream;
    private final Writer writer;

    /** For whom the stream is ready to be written to. */
    private volatile @Nullable Caller preparedFor;

    /**
     * A stream of a log group.
     *
     * @param region where the group is
     * @param group its name
     * @param name of the stream
     * @param makesGroup whether to make the group as well
     */
    public record Stream(String region, String group, String name, boolean makesGroup) {}

    /** Who writes. */
    public interface Writer {
        /** The caller, the same one as long as nothing about it changes. */
        CompletionStage<Caller> caller();

        /** The caller could not write. */
        void forget();

        /** The caller's name in messages. */
        String described();
    }

    /** A sink that has written nothing. */
    public LogStreamSink(InternalCalls calls, Stream stream, Writer writer) {
        this.calls = calls;
        this.stream = stream;
        this.writer = writer;
    }

    @Override
    public CompletionStage<?> write(List<Line> lines) {
        return writer.caller().thenCompose(caller -> prepared(caller).thenCompose(ready -> put(caller, lines)));
    }

    @Override
    public void forget() {
        preparedFor = null;
        writer.forget();
    }

    @Override
    public String described() {
        return stream.group() + " as " + writer.described();
    }

    private CompletionStage<?> prepared(Caller caller) {
        if (caller.equals(preparedFor)) {
            return CompletableFuture.completedStage(true);
        }
        CompletionStage<?> group = stream.makesGroup()
                ? create(
                        LogsService.CREATE_LOG_GROUP,
                        CreateLogGroupRequest.builder()
                                .logGroupName(stream.group())
                                .build(),
                        caller)
                : CompletableFuture.completedStage(true);
        CreateLogStreamRequest ofStream = CreateLogStreamRequest.builder()
                .logGroupName(stream.group())
                .logStreamName(stream.name())
                .build();
        return group.thenCompose(made -> create(LogsService.CREATE_LOG_STREAM, ofStream, caller))
                .thenAccept(made -> preparedFor = caller);
    }

    private <I extends Struct, O extends Struct> CompletionStage<Boolean> create(
            OperationSchema<I, O> operation, I input, Caller caller) {
        return calls.call(operation, input, caller, stream.region(), null)
                .thenApply(made -> true)
                .exceptionallyCompose(error -> isThere(error)
                        ? CompletableFuture.completedStage(false)
                        : CompletableFuture.failedStage(error));
    }

    private static boolean isThere(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof ServiceException answer && answer.auditCode().equals("ResourceAlreadyExistsException");
    }

    private CompletionStage<?> put(Caller caller, List<Line> lines) {
        List<InputLogEvent> events = new ArrayList<>(lines.size());
        for (Line line : lines) {
            events.add(InputLogEvent.builder()
                    .timestamp(line.millis())
                    .message(line.text())
                    .build());
        }
        PutLogEventsRequest request = PutLogEventsRequest.builder()
                .logGroupName(stream.group())
                .logStreamName(stream.name())
                .logEvents(events)
                .build();
        return calls.call(LogsService.PUT_LOG_EVENTS, request, caller, stream.region(), null);
    }
}

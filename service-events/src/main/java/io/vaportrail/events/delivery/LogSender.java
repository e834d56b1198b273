package io.vaportrail.events.delivery;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.json.Json;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.model.logs.CreateLogStreamRequest;
import io.vaportrail.model.logs.InputLogEvent;
import io.vaportrail.model.logs.LogsService;
import io.vaportrail.model.logs.PutLogEventsRequest;
import io.vaportrail.schema.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to log groups, each target into a stream of its own. A payload that a template has made of {@code timestamp} and
 * {@code message} is taken apart again, as AWS does.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html">Permissions for log groups</a>
 */
final class LogSender {
    private static final String GROUP = "log-group:";

    private final InternalCalls calls;
    private final EmulatorClock clock;

    LogSender(InternalCalls calls, EmulatorClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    CompletionStage<?> send(Delivery delivery, Caller caller) {
        return put(delivery, caller).exceptionallyCompose(error -> {
            Throwable cause = Failure.cause(error);
            boolean noStream = cause instanceof ServiceException answer
                    && answer.error().code().equals("ResourceNotFoundException");
            return noStream
                    ? create(delivery, caller).thenCompose(made -> put(delivery, caller))
                    : CompletableFuture.failedStage(cause);
        });
    }

    private CompletionStage<Object> create(Delivery delivery, Caller caller) {
        CreateLogStreamRequest request = CreateLogStreamRequest.builder()
                .logGroupName(group(delivery))
                .logStreamName(delivery.target().logStream())
                .build();
        return calls.call(LogsService.CREATE_LOG_STREAM, request, caller, region(delivery), delivery.cause())
                .thenApply(made -> (Object) made)
                .exceptionallyCompose(error -> Failure.cause(error) instanceof ServiceException answer
                                && answer.error().code().equals("ResourceAlreadyExistsException")
                        ? CompletableFuture.completedStage(answer)
                        : CompletableFuture.failedStage(error));
    }

    private CompletionStage<Object> put(Delivery delivery, Caller caller) {
        PutLogEventsRequest request = PutLogEventsRequest.builder()
                .logGroupName(group(delivery))
                .logStreamName(delivery.target().logStream())
                .logEvents(List.of(logEvent(delivery)))
                .build();
        return calls.call(LogsService.PUT_LOG_EVENTS, request, caller, region(delivery), delivery.cause())
                .thenApply(answer -> answer);
    }

    private InputLogEvent logEvent(Delivery delivery) {
        if (delivery.target().shape().inputTransformer() != null) {
            Map<String, @Nullable Object> members = Json.readObject(delivery.payload());
            if (members != null
                    && members.get("timestamp") instanceof Number timestamp
                    && members.get("message") instanceof String message) {
                return InputLogEvent.builder()
                        .timestamp(timestamp.longValue())
                        .message(message)
                        .build();
            }
            throw Failure.permanent(
                    Failure.INVALID_JSON,
                    "a log group takes templates of a timestamp and a message, and of nothing else");
        }
        return InputLogEvent.builder()
                .timestamp(clock.millis())
                .message(delivery.payload())
                .build();
    }

    /** ARNs of log groups come with and without {@code :*} at the end. */
    private static String group(Delivery delivery) {
        String resource = delivery.target().arn().resource();
        String name = resource.startsWith(GROUP) ? resource.substring(GROUP.length()) : resource;
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static String region(Delivery delivery) {
        return delivery.target().arn().region();
    }
}

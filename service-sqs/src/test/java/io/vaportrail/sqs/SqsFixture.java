package io.vaportrail.sqs;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.vaportrail.core.http.HttpRoutes;
import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.SeededIds;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.EmulatorContext;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.time.EmulatorClock;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.model.sqs.CreateQueueRequest;
import io.vaportrail.model.sqs.GetQueueAttributesRequest;
import io.vaportrail.model.sqs.Message;
import io.vaportrail.model.sqs.ReceiveMessageRequest;
import io.vaportrail.model.sqs.ReceiveMessageResult;
import io.vaportrail.model.sqs.SendMessageRequest;
import io.vaportrail.model.sqs.SendMessageResult;
import io.vaportrail.model.sqs.SqsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import io.vaportrail.sqs.store.ManualMachineTimer;
import io.vaportrail.sqs.store.StoreInvariants;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** SQS behind its operations, without sockets and codecs, on clocks moved by hand. Inputs are validated as in the pipeline. */
final class SqsFixture {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-west-1";
    static final String BASE_URL = "http://localhost:4566";

    private static final long START = 1_750_000_000_000L;

    final EmulatorClock clock = new EmulatorClock(() -> START, new PendingWork());
    final ManualMachineTimer machineTimer = new ManualMachineTimer();
    final HttpRoutes routes = new HttpRoutes();
    final SqsModule module;
    private final Map<OperationSchema<?, ?>, AsyncHandler<Struct, Struct>> handlers = new HashMap<>();
    private WireProtocol protocol = WireProtocol.AWS_JSON_1_0;
    private Caller caller = Caller.root(ACCOUNT, null);
    private String region = REGION;

    @Nullable String traceHeader;

    @Nullable Call lastCall;

    SqsFixture() {
        this(false);
    }

    SqsFixture(boolean strict) {
        clock.freeze();
        InternalCalls noCalls = new InternalCalls() {
            @Override
            public <I extends Struct, O extends Struct> java.util.concurrent.CompletionStage<O> call(
                    OperationSchema<I, O> operation, I input, Caller by, String where, @Nullable Call cause) {
                throw new AssertionError("call to another service: " + operation.name() + " (expected: none)");
            }
        };
        module = new SqsModule(EmulatorContext.of(
                clock,
                machineTimer,
                new SeededIds(7),
                noCalls,
                routes,
                Runnable::run,
                new EmulatorSettings(strict, "000000000000", "us-east-1", null)));
        module.register(new Registry());
    }

    private final class Registry implements OperationRegistry {
        @Override
        public <I extends Struct, O extends Struct> OperationRegistry inline(
                OperationSchema<I, O> operation, Handler<I, O> handler) {
            return async(operation, (input, call) -> CompletableFuture.completedFuture(handler.handle(input, call)));
        }

        @Override
        public <I extends Struct, O extends Struct> OperationRegistry onWorker(
                OperationSchema<I, O> operation, Handler<I, O> handler) {
            return inline(operation, handler);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <I extends Struct, O extends Struct> OperationRegistry async(
                OperationSchema<I, O> operation, AsyncHandler<I, O> handler) {
            handlers.put(operation, (AsyncHandler<Struct, Struct>) (AsyncHandler<?, ?>) handler);
            return this;
        }
    }

    int operations() {
        return handlers.size();
    }

    SqsFixture overQuery() {
        protocol = WireProtocol.AWS_QUERY;
        return this;
    }

    SqsFixture as(Caller other) {
        caller = other;
        return this;
    }

    SqsFixture in(String otherRegion) {
        region = otherRegion;
        return this;
    }

    <I extends Struct, O extends Struct> CompletableFuture<O> start(OperationSchema<I, O> operation, I input) {
        CallOrigin origin = CallOrigin.within("127.0.0.1", "test", BASE_URL)
                .over(protocol, "localhost:4566", null)
                .withTraceHeader(traceHeader);
        Call call = new Call(operation, caller, region, "request", origin);
        lastCall = call;
        List<Violation> violations = Validator.validate(input);
        if (!violations.isEmpty()) {
            throw module.violations().word(operation, violations, protocol);
        }
        AsyncHandler<Struct, Struct> handler = handlers.get(operation);
        if (handler == null) {
            throw new AssertionError("operation: " + operation.name() + " (expected: one that is registered)");
        }
        @SuppressWarnings("unchecked")
        CompletableFuture<O> answer =
                (CompletableFuture<O>) handler.handle(input, call).toCompletableFuture();
        return answer;
    }

    <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        CompletableFuture<O> answer = start(operation, input);
        if (!answer.isDone()) {
            throw new AssertionError(operation.name() + ": still waiting (expected: an answer)");
        }
        return answer.join();
    }

    /** The error that a call is refused with. */
    <I extends Struct, O extends Struct> ServiceException refused(OperationSchema<I, O> operation, I input) {
        Throwable thrown = catchThrowable(() -> call(operation, input));
        if (thrown instanceof ServiceException error) {
            return error;
        }
        throw new AssertionError(operation.name() + ": " + thrown + " (expected: a refusal)", thrown);
    }

    /** Code (as awsQuery and SDKs have it) and message of a refusal. */
    static String text(ServiceException error) {
        String queryCode = error.error().queryCode();
        return error.error().httpStatus() + " "
                + (queryCode == null ? error.error().code() : queryCode) + ": " + error.getMessage();
    }

    String queue(String name) {
        return queue(name, Map.of());
    }

    String queue(String name, Map<String, String> attributes) {
        return String.valueOf(call(
                        SqsService.CREATE_QUEUE,
                        CreateQueueRequest.builder()
                                .queueName(name)
                                .attributes(attributes)
                                .build())
                .queueUrl());
    }

    Map<String, String> attributes(String queueUrl, String... names) {
        Map<String, String> found = call(
                        SqsService.GET_QUEUE_ATTRIBUTES,
                        GetQueueAttributesRequest.builder()
                                .queueUrl(queueUrl)
                                .attributeNames(List.of(names))
                                .build())
                .attributes();
        return found == null ? Map.of() : found;
    }

    static String arn(String name) {
        return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name;
    }

    SendMessageResult send(String queueUrl, String body) {
        return call(
                SqsService.SEND_MESSAGE,
                SendMessageRequest.builder()
                        .queueUrl(queueUrl)
                        .messageBody(body)
                        .build());
    }

    List<Message> receive(ReceiveMessageRequest.Builder request) {
        return messages(call(SqsService.RECEIVE_MESSAGE, request.build()));
    }

    List<Message> receive(String queueUrl) {
        return receive(receiving(queueUrl));
    }

    static ReceiveMessageRequest.Builder receiving(String queueUrl) {
        return ReceiveMessageRequest.builder().queueUrl(queueUrl);
    }

    static List<Message> messages(ReceiveMessageResult result) {
        List<Message> messages = result.messages();
        return messages == null ? List.of() : messages;
    }

    void advance(Duration duration) {
        clock.advance(duration);
    }

    void check() {
        StoreInvariants.check(module.queues());
    }
}

package io.vaportrail.support;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.validation.Validator;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.WireProtocol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Operations called without sockets and codecs, in the test's thread: a module registers them here, a test calls them. Inputs
 * are validated as in the pipeline.
 */
public final class OperationCalls implements OperationRegistry {
    /** What addresses in answers start with. */
    public static final String BASE_URL = "http://localhost:4566";

    private final Map<OperationSchema<?, ?>, AsyncHandler<Struct, Struct>> handlers = new HashMap<>();
    private final Set<OperationSchema<?, ?>> onWorkers = new HashSet<>();
    private final ViolationWording wording;
    private WireProtocol protocol;
    private Caller caller;
    private String region;
    private @Nullable String traceHeader;
    private @Nullable Call lastCall;

    /** No operations, for calls that come so until something else is said. */
    public OperationCalls(ViolationWording wording, WireProtocol protocol, Caller caller, String region) {
        this.wording = wording;
        this.protocol = protocol;
        this.caller = caller;
        this.region = region;
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry inline(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        return async(operation, (input, call) -> CompletableFuture.completedFuture(handler.handle(input, call)));
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry onWorker(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        onWorkers.add(operation);
        return inline(operation, handler);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <I extends Struct, O extends Struct> OperationRegistry async(
            OperationSchema<I, O> operation, AsyncHandler<I, O> handler) {
        handlers.put(operation, (AsyncHandler<Struct, Struct>) (AsyncHandler<?, ?>) handler);
        return this;
    }

    /** How many operations there are. */
    public int size() {
        return handlers.size();
    }

    /** Those that would run on workers. */
    public Set<OperationSchema<?, ?>> onWorkers() {
        return onWorkers;
    }

    /** Who calls from now on. */
    public void as(Caller other) {
        caller = other;
    }

    /** In which region calls are from now on. */
    public void in(String otherRegion) {
        region = otherRegion;
    }

    /** Over which protocol calls come from now on. */
    public void over(WireProtocol other) {
        protocol = other;
    }

    /** The trace header of calls from now on. */
    public void tracedAs(@Nullable String header) {
        traceHeader = header;
    }

    /** The last call that was made. */
    public Call lastCall() {
        return Objects.requireNonNull(lastCall, "a call");
    }

    /** Calls; what is given may complete later. */
    public <I extends Struct, O extends Struct> CompletableFuture<O> start(OperationSchema<I, O> operation, I input) {
        CallOrigin origin = CallOrigin.within("127.0.0.1", "test", BASE_URL)
                .over(protocol, "localhost:4566", null)
                .withTraceHeader(traceHeader);
        Call call = new Call(operation, caller, region, "request", origin);
        lastCall = call;
        List<Violation> violations = Validator.validate(input);
        if (!violations.isEmpty()) {
            throw wording.word(operation, violations, protocol);
        }
        return start(operation, input, call);
    }

    /** Makes a call of the test's own, whatever the input is. */
    @SuppressWarnings("unchecked")
    public <I extends Struct, O extends Struct> CompletableFuture<O> start(
            OperationSchema<I, O> operation, I input, Call call) {
        AsyncHandler<Struct, Struct> handler = handlers.get(operation);
        if (handler == null) {
            throw new AssertionError("operation: " + operation.name() + " (expected: one that is registered)");
        }
        return (CompletableFuture<O>) handler.handle(input, call).toCompletableFuture();
    }

    /** Calls; the answer must come at once. */
    public <I extends Struct, O extends Struct> O call(OperationSchema<I, O> operation, I input) {
        CompletableFuture<O> answer = start(operation, input);
        if (!answer.isDone()) {
            throw new AssertionError(operation.name() + ": still waiting (expected: an answer)");
        }
        return answer.join();
    }

    /** The error that a call is refused with. */
    public <I extends Struct, O extends Struct> ServiceException refused(OperationSchema<I, O> operation, I input) {
        O answer;
        try {
            answer = call(operation, input);
        } catch (ServiceException refusal) {
            return refusal;
        }
        throw new AssertionError(operation.name() + ": " + answer + " (expected: a refusal)");
    }

    /** Code, as awsQuery and SDKs have it, and message of a refusal. */
    public static String codeAndMessage(ServiceException error) {
        String queryCode = error.error().queryCode();
        return (queryCode == null ? error.error().code() : queryCode) + ": " + error.getMessage();
    }

    /** Status, code and message of a refusal. */
    public static String text(ServiceException error) {
        return error.error().httpStatus() + " " + codeAndMessage(error);
    }
}

package io.vaportrail.core.pipeline;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.random.Ids;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CallOrigin;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.EmulatorSettings;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.core.time.PendingWork;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls between services: the pipeline without the codecs, counted while they run so that moving time can wait for them. */
public final class ServiceCalls implements InternalCalls {
    private static final int OK = 200;
    private static final String INTERNAL = "AWS Internal";

    private final Engine engine;
    private final Recorder recorder;
    private final Ids ids;
    private final EmulatorSettings settings;
    private final PendingWork pending;

    ServiceCalls(Engine engine, Recorder recorder, Ids ids, EmulatorSettings settings, PendingWork pending) {
        this.engine = engine;
        this.recorder = recorder;
        this.ids = ids;
        this.settings = settings;
        this.pending = pending;
    }

    @Override
    public <I extends Struct, O extends Struct> CompletionStage<O> call(
            OperationSchema<I, O> operation, I input, Caller caller, String region, @Nullable Call cause) {
        int depth = cause == null ? 1 : cause.origin().depth() + 1;
        if (depth > MAX_DEPTH) {
            return CompletableFuture.failedFuture(CommonError.receiver(
                    "InternalFailure",
                    500,
                    "calls between services: " + depth + " deep (expected: at most " + MAX_DEPTH + ")"));
        }
        return call(operation, input, caller, region, originOf(caller, cause, depth));
    }

    /**
     * Calls an operation for somebody who is no service, on whose behalf the process itself calls.
     *
     * @param origin where the record says that the call came from
     * @return what completes with the output or a {@link ServiceException}
     */
    @SuppressWarnings("unchecked")
    public <I extends Struct, O extends Struct> CompletionStage<O> call(
            OperationSchema<I, O> operation, I input, Caller caller, String region, CallOrigin origin) {
        long start = System.nanoTime();
        String only = operation.service().identification().onlyRegion();
        String requestId = engine.requestsOf(operation.service()).newRequestId(ids);
        Call call = new Call(operation, caller, only == null ? region : only, requestId, origin);
        CompletableFuture<O> result = new CompletableFuture<>();
        pending.begin();
        engine.run(call, input, (output, error) -> {
            try {
                recorder.record(call, input, output, error);
                recorder.completed(call, statusOf(error), error, System.nanoTime() - start);
                if (error != null) {
                    result.completeExceptionally(error);
                } else {
                    result.complete((O) output);
                }
            } finally {
                pending.end();
            }
        });
        return result;
    }

    private static int statusOf(@Nullable ServiceException error) {
        return error == null ? OK : error.error().httpStatus();
    }

    private CallOrigin originOf(Caller caller, @Nullable Call cause, int depth) {
        String service = caller.invokedBy() == null ? INTERNAL : caller.invokedBy();
        String baseUrl = cause != null ? cause.origin().baseUrl() : BaseUrls.internal(settings);
        String root = cause == null ? caller.invokedBy() : cause.origin().rootService();
        return new CallOrigin(service, service, null, baseUrl, null, null, depth, null, null, root);
    }
}

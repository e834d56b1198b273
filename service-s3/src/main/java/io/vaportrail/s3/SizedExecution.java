package io.vaportrail.s3;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.CommonError;
import io.vaportrail.core.service.Handler;
import io.vaportrail.schema.Struct;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.ToLongFunction;

/** Runs an operation at once while it has little to hash, and on the workers when it has much. */
final class SizedExecution<I extends Struct, O extends Struct> implements AsyncHandler<I, O> {
    /** Hashing this much takes some tenths of a millisecond. */
    private static final long INLINE_BYTES = 64 * 1024;

    private final Handler<I, O> handler;
    private final ToLongFunction<I> size;
    private final Executor workers;

    SizedExecution(Handler<I, O> handler, ToLongFunction<I> size, Executor workers) {
        this.handler = handler;
        this.size = size;
        this.workers = workers;
    }

    @Override
    public CompletionStage<O> handle(I input, Call call) {
        if (size.applyAsLong(input) <= INLINE_BYTES) {
            return CompletableFuture.completedFuture(handler.handle(input, call));
        }
        try {
            return CompletableFuture.supplyAsync(() -> handler.handle(input, call), workers);
        } catch (RejectedExecutionException e) {
            throw CommonError.receiver("SlowDown", 503, "Please reduce your request rate.");
        }
    }
}

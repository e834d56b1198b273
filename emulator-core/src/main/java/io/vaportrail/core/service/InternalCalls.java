package io.vaportrail.core.service;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls from one service to another: typed, asynchronous, without codecs, through the same pipeline as calls from outside. */
public interface InternalCalls {
    /** How deep calls may lead to calls; one deeper is refused. */
    int MAX_DEPTH = 8;

    /**
     * Calls an operation. Must not be called while a lock is held.
     *
     * @param operation what to call
     * @param input its input, validated like any other
     * @param caller the service's principal ({@link Caller#service}) or the forwarded identity ({@link Caller#through})
     * @param region where
     * @param cause the call that this one serves, or {@code null} for work that a timer started
     * @return what completes with the output or a {@link io.vaportrail.schema.ServiceException}
     */
    <I extends Struct, O extends Struct> CompletionStage<O> call(
            OperationSchema<I, O> operation, I input, Caller caller, String region, @Nullable Call cause);
}

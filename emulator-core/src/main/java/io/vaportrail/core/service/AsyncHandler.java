package io.vaportrail.core.service;

import io.vaportrail.schema.Struct;
import java.util.concurrent.CompletionStage;

/**
 * An operation that may answer later without holding a thread.
 *
 * @param <I> the input
 * @param <O> the output
 */
@FunctionalInterface
public interface AsyncHandler<I extends Struct, O extends Struct> {
    /**
     * Starts the work; {@link Call#onCancel} tells when the caller has left.
     *
     * @return what completes with the output, or with a {@link io.vaportrail.schema.ServiceException} for the caller
     */
    CompletionStage<O> handle(I input, Call call);
}

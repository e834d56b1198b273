package io.vaportrail.core.service;

import io.vaportrail.schema.Struct;

/**
 * An operation that answers at once.
 *
 * @param <I> the input
 * @param <O> the output
 */
@FunctionalInterface
public interface Handler<I extends Struct, O extends Struct> {
    /**
     * Does the work.
     *
     * @throws io.vaportrail.schema.ServiceException what the caller is told; anything else becomes InternalFailure
     */
    O handle(I input, Call call);
}

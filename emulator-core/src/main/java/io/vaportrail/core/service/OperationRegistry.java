package io.vaportrail.core.service;

import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;

/** Takes what a service can do. An operation that is not registered answers NotImplemented. */
public interface OperationRegistry {
    /** An operation that works in memory within a fraction of a millisecond; it runs on the event loop. */
    <I extends Struct, O extends Struct> OperationRegistry inline(
            OperationSchema<I, O> operation, Handler<I, O> handler);

    /** An operation that may take longer, for example key generation; it runs on a bounded pool of worker threads. */
    <I extends Struct, O extends Struct> OperationRegistry onWorker(
            OperationSchema<I, O> operation, Handler<I, O> handler);

    /** An operation that may answer later; it starts on the event loop. */
    <I extends Struct, O extends Struct> OperationRegistry async(
            OperationSchema<I, O> operation, AsyncHandler<I, O> handler);
}

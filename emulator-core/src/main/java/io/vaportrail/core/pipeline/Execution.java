package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Handler;
import io.vaportrail.schema.Struct;

/** How an operation runs. */
sealed interface Execution {
    /** At once, on the thread that brings the call. */
    record Inline(Handler<Struct, Struct> handler) implements Execution {}

    /** On the worker pool. */
    record OnWorker(Handler<Struct, Struct> handler) implements Execution {}

    /** Answers when its future completes. */
    record Async(AsyncHandler<Struct, Struct> handler) implements Execution {}
}

package io.vaportrail.s3;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;

/** Registers operations so that every request of one stands before the {@link RequestGate} first. */
final class GatedOperations implements OperationRegistry {
    private final OperationRegistry registry;
    private final RequestGate gate;

    GatedOperations(OperationRegistry registry, RequestGate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry inline(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        registry.inline(operation, gated(handler));
        return this;
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry onWorker(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        registry.onWorker(operation, gated(handler));
        return this;
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry async(
            OperationSchema<I, O> operation, AsyncHandler<I, O> handler) {
        registry.async(operation, (input, call) -> {
            gate.check(input, call);
            return handler.handle(input, call);
        });
        return this;
    }

    private <I extends Struct, O extends Struct> Handler<I, O> gated(Handler<I, O> handler) {
        return (input, call) -> {
            gate.check(input, call);
            return handler.handle(input, call);
        };
    }
}

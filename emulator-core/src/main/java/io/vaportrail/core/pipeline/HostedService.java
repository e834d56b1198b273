package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.AsyncHandler;
import io.vaportrail.core.service.DenialWording;
import io.vaportrail.core.service.Handler;
import io.vaportrail.core.service.OperationRegistry;
import io.vaportrail.core.service.RequestConventions;
import io.vaportrail.core.service.ServiceModule;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Struct;
import org.jspecify.annotations.Nullable;

/** A service module with the operations that it registered. */
final class HostedService implements OperationRegistry {
    private final ServiceModule module;
    private final ViolationWording violations;
    private final DenialWording denials;
    private final RequestConventions requests;
    private final @Nullable Execution[] executions;

    HostedService(ServiceModule module) {
        this.module = module;
        this.violations = module.violations();
        this.denials = module.denials();
        this.requests = module.requests();
        this.executions = new Execution[module.schema().operations().size()];
        module.register(this);
    }

    ServiceModule module() {
        return module;
    }

    ViolationWording violations() {
        return violations;
    }

    DenialWording denials() {
        return denials;
    }

    RequestConventions requests() {
        return requests;
    }

    /** How the operation runs, or {@code null} when the module does not implement it. */
    @Nullable Execution execution(OperationSchema<?, ?> operation) {
        return executions[operation.index()];
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry inline(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        return put(operation, new Execution.Inline(erase(handler)));
    }

    @Override
    public <I extends Struct, O extends Struct> OperationRegistry onWorker(
            OperationSchema<I, O> operation, Handler<I, O> handler) {
        return put(operation, new Execution.OnWorker(erase(handler)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <I extends Struct, O extends Struct> OperationRegistry async(
            OperationSchema<I, O> operation, AsyncHandler<I, O> handler) {
        return put(operation, new Execution.Async((AsyncHandler<Struct, Struct>) (AsyncHandler<?, ?>) handler));
    }

    @SuppressWarnings("unchecked")
    private static Handler<Struct, Struct> erase(Handler<?, ?> handler) {
        return (Handler<Struct, Struct>) handler;
    }

    private OperationRegistry put(OperationSchema<?, ?> operation, Execution execution) {
        if (operation.service() != module.schema()) {
            throw new IllegalArgumentException(
                    "operation: " + operation + " (expected: one of " + module.schema() + ")");
        }
        if (executions[operation.index()] != null) {
            throw new IllegalArgumentException("operation: " + operation + " twice (expected: one handler each)");
        }
        executions[operation.index()] = execution;
        return this;
    }
}

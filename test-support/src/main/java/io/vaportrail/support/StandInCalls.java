package io.vaportrail.support;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Other services, as far as a test answers for them. A call that it does not expect fails it. */
public final class StandInCalls implements InternalCalls {
    private final Map<OperationSchema<?, ?>, Function<Struct, Struct>> answers = new HashMap<>();

    /** What an operation answers; a {@link ServiceException} that is thrown is its answer too. */
    @SuppressWarnings("unchecked")
    public <I extends Struct, O extends Struct> StandInCalls on(
            OperationSchema<I, O> operation, Function<? super I, ? extends O> answer) {
        answers.put(operation, (Function<Struct, Struct>) (Function<?, ?>) answer);
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <I extends Struct, O extends Struct> CompletionStage<O> call(
            OperationSchema<I, O> operation, I input, Caller caller, String region, @Nullable Call cause) {
        Function<Struct, Struct> answer = answers.get(operation);
        if (answer == null) {
            throw new AssertionError("call to another service: " + operation.name() + " (expected: one of "
                    + answers.keySet().stream().map(OperationSchema::name).toList() + ")");
        }
        try {
            return CompletableFuture.completedFuture((O) answer.apply(input));
        } catch (ServiceException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }
}

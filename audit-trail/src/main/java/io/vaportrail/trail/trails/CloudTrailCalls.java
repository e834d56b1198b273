package io.vaportrail.trail.trails;

import io.vaportrail.core.identity.Caller;
import io.vaportrail.core.service.Call;
import io.vaportrail.core.service.InternalCalls;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.trail.store.TrailStore;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls that CloudTrail makes for a trail, as the service principal. */
public final class CloudTrailCalls {
    /** The code of an operation that this emulator does not have. */
    public static final String NOT_IMPLEMENTED = "NotImplemented";

    private final InternalCalls calls;

    /** Calls through the pipeline. */
    public CloudTrailCalls(InternalCalls calls) {
        this.calls = calls;
    }

    /**
     * Calls an operation.
     *
     * @param trail for which trail, {@code aws:SourceArn} in policies
     * @param region where
     * @param cause the call that this one serves, or {@code null} for a delivery
     */
    public <I extends Struct, O extends Struct> CompletionStage<O> call(
            OperationSchema<I, O> operation, I input, TrailArn trail, String region, @Nullable Call cause) {
        Caller caller = Caller.service(TrailStore.CLOUD_TRAIL, trail.accountId(), trail.toString());
        return calls.call(operation, input, caller, region, cause);
    }

    /** Calls an operation as somebody else, with CloudTrail calling on their behalf. */
    public <I extends Struct, O extends Struct> CompletionStage<O> callAs(
            Caller caller, OperationSchema<I, O> operation, I input, String region, @Nullable Call cause) {
        return calls.call(operation, input, caller, region, cause);
    }

    /** What a call was answered instead of its output, or {@code null} when the failure is no answer. */
    public static @Nullable ServiceException answer(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ServiceException answer ? answer : null;
    }

    /** The code of a failure, as status shows it. */
    public static String code(Throwable failure) {
        ServiceException answer = answer(failure);
        return answer == null ? "InternalError" : answer.error().code();
    }
}

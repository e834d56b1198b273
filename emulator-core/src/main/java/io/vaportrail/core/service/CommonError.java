package io.vaportrail.core.service;

import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that AWS answers without the model naming it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html">Common errors</a>
 */
public final class CommonError extends ServiceException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorTrait trait;

    private final transient Map<String, String> details;

    private CommonError(ErrorTrait trait, String message) {
        this(trait, message, Map.of());
    }

    private CommonError(ErrorTrait trait, @Nullable String message, Map<String, String> details) {
        super(message);
        this.trait = trait;
        this.details = details;
    }

    /** The same with more to say where the protocol has room for it. */
    public CommonError with(Map<String, String> more) {
        return new CommonError(trait, getMessage(), more);
    }

    /** An error that the caller is to blame for. */
    public static CommonError sender(String code, int httpStatus, String message) {
        return new CommonError(ErrorTrait.of(code, httpStatus, true), message);
    }

    /** An error that the service is to blame for. */
    public static CommonError receiver(String code, int httpStatus, String message) {
        return new CommonError(ErrorTrait.of(code, httpStatus, false), message);
    }

    /** An error with a trait of its own, for example another code under awsQuery. */
    public static CommonError of(ErrorTrait trait, String message) {
        return new CommonError(trait, message);
    }

    /** What an operation answers that no module implements. */
    public static CommonError notImplemented(OperationSchema<?, ?> operation) {
        return receiver(
                "NotImplemented",
                501,
                "Vaportrail does not implement " + operation.service().sdkId() + " " + operation.name() + ".");
    }

    /** What is answered when the emulator itself failed; the log tells more under the request id. */
    public static CommonError internalFailure() {
        return receiver(
                "InternalFailure",
                500,
                "The request processing has failed because of an unknown error, exception or failure.");
    }

    @Override
    public Map<String, String> details() {
        return details;
    }

    @Override
    public ErrorTrait error() {
        return trait;
    }
}

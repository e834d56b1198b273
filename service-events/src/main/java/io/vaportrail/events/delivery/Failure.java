package io.vaportrail.events.delivery;

import io.vaportrail.schema.ServiceException;
import java.util.concurrent.CompletionException;

/**
 * Why a delivery failed.
 *
 * @param code as the attribute {@code ERROR_CODE} of dead letters has it
 * @param message what the target answered
 * @param retryable whether trying again could help: EventBridge tries again after answers 429 and 5xx
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html">Dead-letter queues</a>
 */
record Failure(String code, String message, boolean retryable) {
    static final String NO_RESOURCE = "NO_RESOURCE";
    static final String NO_PERMISSIONS = "NO_PERMISSIONS";
    static final String INVALID_JSON = "INVALID_JSON";

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;

    /** Said by what stands between EventBridge and a target. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        Refused(Failure failure) {
            super(failure.message());
            this.failure = failure;
        }
    }

    /** A failure that no other attempt would mend. */
    static Refused permanent(String code, String message) {
        return new Refused(new Failure(code, message, false));
    }

    /** What a failed call says. */
    static Failure of(Throwable thrown) {
        Throwable cause = cause(thrown);
        if (cause instanceof Refused refused) {
            return refused.failure;
        }
        if (cause instanceof ServiceException answer) {
            return of(answer);
        }
        return new Failure("INTERNAL_ERROR", cause.toString(), true);
    }

    static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static Failure of(ServiceException answer) {
        String code = answer.error().code();
        String message = String.valueOf(answer.getMessage());
        int status = answer.error().httpStatus();
        if (status == NOT_IMPLEMENTED) {
            return new Failure(NO_RESOURCE, message, false);
        }
        if (status == TOO_MANY || code.contains("Throttl")) {
            return new Failure("THROTTLING", message, true);
        }
        if (status >= SERVER_ERROR) {
            return new Failure("ERROR_FROM_TARGET", message, true);
        }
        if (code.contains("AccessDenied") || code.startsWith("AuthorizationError")) {
            return new Failure(NO_PERMISSIONS, message, false);
        }
        boolean missing = status == NOT_FOUND
                || code.contains("NotFound")
                || code.contains("DoesNotExist")
                || code.contains("NonExistentQueue");
        return new Failure(missing ? NO_RESOURCE : "INVALID_PARAMETER", message, false);
    }
}

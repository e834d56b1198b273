package io.vaportrail.sns.delivery;

import io.vaportrail.core.json.Json;
import io.vaportrail.schema.ServiceException;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** What a failure of a call says. */
final class Failures {
    private Failures() {}

    static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    /** The HTTP status of the answer, or 0 without one. */
    static int status(Throwable error) {
        return cause(error) instanceof ServiceException answer ? answer.error().httpStatus() : 0;
    }

    /** The answer as delivery status shows it. */
    static String providerResponse(Throwable error) {
        Throwable cause = cause(error);
        return cause instanceof ServiceException answer
                ? Json.write(
                        Map.of("ErrorCode", answer.error().code(), "ErrorMessage", String.valueOf(answer.getMessage())))
                : cause.toString();
    }
}

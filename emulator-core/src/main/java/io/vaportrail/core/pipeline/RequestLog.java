package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.Call;
import io.vaportrail.schema.ServiceException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One log line for each call: request id, operation, caller, status, time. Refused calls are logged as warnings, the others as
 * information, under the logger {@value #LOGGER}.
 */
public final class RequestLog implements CallListener {
    /** The name of the logger. */
    public static final String LOGGER = "io.vaportrail.requests";

    private static final Logger log = LoggerFactory.getLogger(LOGGER);

    @Override
    public void completed(Call call, int status, @Nullable ServiceException error, long elapsedNanos) {
        if (error != null) {
            log.warn(
                    "{} {} {} {} {} µs {}: {}",
                    call.requestId(),
                    call.operation(),
                    caller(call),
                    status,
                    TimeUnit.NANOSECONDS.toMicros(elapsedNanos),
                    error.error().code(),
                    message(call, error));
        } else if (log.isInfoEnabled()) {
            log.info(
                    "{} {} {} {} {} µs",
                    call.requestId(),
                    call.operation(),
                    caller(call),
                    status,
                    TimeUnit.NANOSECONDS.toMicros(elapsedNanos));
        }
    }

    private static @Nullable String message(Call call, ServiceException error) {
        String shown = call.audit().errorMessage();
        return shown == null ? error.getMessage() : shown;
    }

    private static String caller(Call call) {
        String name = call.caller().displayName();
        return (name == null ? call.caller().principalId() : name) + "@" + call.accountId();
    }
}

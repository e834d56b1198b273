package io.vaportrail.core.pipeline;

import io.vaportrail.core.service.Call;
import io.vaportrail.schema.ServiceException;
import org.jspecify.annotations.Nullable;

/** Hears of every completed call: for metrics and the request log. Called once per call; must be quick and must not block. */
@FunctionalInterface
public interface CallListener {
    /**
     * A call was completed.
     *
     * @param status the HTTP status of the answer
     * @param error what was answered instead of an output, or {@code null}
     * @param elapsedNanos how long it took on the machine's clock
     */
    void completed(Call call, int status, @Nullable ServiceException error, long elapsedNanos);
}

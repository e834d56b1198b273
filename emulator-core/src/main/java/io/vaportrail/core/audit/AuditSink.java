package io.vaportrail.core.audit;

import io.vaportrail.core.service.Call;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Where completed calls are recorded. Called once per call, on the thread that completed it, often an event loop: an
 * implementation copies what it keeps at once, takes microseconds, never blocks, and holds on to none of the arguments (bodies
 * may be large, secrets must not linger).
 */
@FunctionalInterface
public interface AuditSink {
    /** Records nothing. */
    AuditSink NONE = (call, input, output, error) -> {};

    /**
     * Takes note of a call.
     *
     * @param call who, what, whence; its {@link Call#audit()} holds what the service added
     * @param input what was asked, or {@code null} when it could not be read
     * @param output what was answered, or {@code null} after an error
     * @param error what was answered instead, or {@code null} after success
     */
    void record(Call call, @Nullable Struct input, @Nullable Struct output, @Nullable ServiceException error);

    /** Takes note of something that a service did on its own; a sink that keeps none of it need not implement this. */
    default void serviceEvent(ServiceEvent event) {}
}

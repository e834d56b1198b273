package io.vaportrail.core.validation;

import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a service words what breaks its model. */
@FunctionalInterface
public interface ViolationWording {
    /**
     * The error that the caller gets.
     *
     * @param violations at least one, in the model's order
     * @param protocol how the caller speaks, or {@code null} for a call within the process
     */
    ServiceException word(OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol);
}

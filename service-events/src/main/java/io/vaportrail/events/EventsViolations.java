package io.vaportrail.events;

import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.model.events.EventsService;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How EventBridge words what breaks its model: as other services do, but the entries of PutEvents, which are secret, are not shown. */
final class EventsViolations implements ViolationWording {
    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        ViolationWording wording = operation.equals(EventsService.PUT_EVENTS)
                ? ModelValidationWording.WITHOUT_VALUES
                : ModelValidationWording.INSTANCE;
        return wording.word(operation, violations, protocol);
    }
}

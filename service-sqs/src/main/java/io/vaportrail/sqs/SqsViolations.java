package io.vaportrail.sqs;

import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How SQS words what breaks its model: it reports the first thing it finds, by the name of the parameter. */
final class SqsViolations implements ViolationWording {
    private static final String BATCH_ENTRIES = "Entries";

    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        Violation first = violations.get(0);
        String name = first.path().step();
        return switch (first.kind()) {
            case REQUIRED -> missing(operation, first, name);
            case ENUM -> SqsErrors.unknownAttribute(String.valueOf(first.value()));
            default ->
                SqsErrors.invalidParameterValue("Invalid value for the parameter " + parameterOf(first.path()) + ".");
        };
    }

    private static ServiceException missing(OperationSchema<?, ?> operation, Violation violation, String name) {
        Violation.Path parent = violation.path().parent();
        if (name.equals(BATCH_ENTRIES) && parent == null) {
            return SqsErrors.emptyBatchRequest(operation.name() + "RequestEntry");
        }
        if (name.equals("DataType") && parent != null && parent.type() == Violation.StepType.MAP_VALUE) {
            return SqsErrors.invalidParameterValue(
                    "Message (user) attribute '" + parent.step() + "' must contain a non-empty attribute type.");
        }
        return SqsErrors.missingParameter(name);
    }

    /** The member that the caller knows, for a list's element or a map's entry the list or map. */
    private static String parameterOf(Violation.Path path) {
        Violation.Path step = path;
        while (step.type() != Violation.StepType.MEMBER && step.parent() != null) {
            step = step.parent();
        }
        return step.step();
    }
}

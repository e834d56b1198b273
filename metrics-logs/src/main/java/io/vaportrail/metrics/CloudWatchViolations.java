package io.vaportrail.metrics;

import io.vaportrail.core.validation.ModelValidationWording;
import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.Constraints;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.WireProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How CloudWatch words what breaks its model: the oldest operations name query parameters ({@code MetricData.member.1.Unit}), the
 * others use the common sentences.
 */
final class CloudWatchViolations implements ViolationWording {
    private static final Set<String> OLD_WORDS =
            Set.of("PutMetricData", "GetMetricStatistics", "ListMetrics", "PutDashboard", "GetDashboard");

    private static final String STATES_OF_THE_MODEL = "[OK, ALARM, INSUFFICIENT_DATA]";
    private static final String STATES_AS_WORDED = "[INSUFFICIENT_DATA, ALARM, OK]";

    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        if (!OLD_WORDS.contains(operation.name())) {
            return common(operation, violations, protocol);
        }
        Violation first = violations.get(0);
        if (first.kind() == Violation.Kind.REQUIRED) {
            return MetricErrors.missing(path(first.path()));
        }
        StringJoiner sentences = new StringJoiner("\n");
        violations.forEach(violation -> sentences.add(sentence(violation)));
        return MetricErrors.invalidValue(sentences.toString());
    }

    /** The common sentences; AWS lists the states of alarms in another order than its model does. */
    private static ServiceException common(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        ServiceException worded = ModelValidationWording.INSTANCE.word(operation, violations, protocol);
        String text = String.valueOf(worded.getMessage());
        return text.contains(STATES_OF_THE_MODEL)
                ? MetricErrors.validation(text.replace(STATES_OF_THE_MODEL, STATES_AS_WORDED))
                : worded;
    }

    private static String sentence(Violation violation) {
        String path = path(violation.path());
        Constraints constraints = violation.target().constraints();
        return switch (violation.kind()) {
            case REQUIRED, NULL_ELEMENT -> "The parameter " + path + " is required.";
            case ENUM ->
                "The parameter " + path + " must be a value in the set [ " + String.join(", ", constraints.enumValues())
                        + " ].";
            case LENGTH -> length(violation, path, constraints);
            case RANGE ->
                constraints.min() != null && constraints.max() == null
                        ? "The parameter " + path + " must be greater than or equal to " + constraints.min() + "."
                        : "The value " + violation.value() + " for parameter " + path + " is invalid.";
            default -> "The value " + violation.value() + " for parameter " + path + " is invalid.";
        };
    }

    private static String length(Violation violation, String path, Constraints constraints) {
        if (violation.value() instanceof List<?> list) {
            boolean tooFew = constraints.minLength() != null && list.size() < constraints.minLength();
            return "The collection " + path + " must not have a size "
                    + (tooFew ? "less than " + constraints.minLength() : "greater than " + constraints.maxLength())
                    + ".";
        }
        boolean tooShort = constraints.minLength() != null
                && String.valueOf(violation.value()).length() < constraints.minLength();
        return "The parameter " + path + " must be "
                + (tooShort
                        ? "longer than or equal to " + constraints.minLength()
                        : "shorter than or equal to " + constraints.maxLength())
                + " characters.";
    }

    /** For example {@code MetricData.member.1.Unit}. */
    private static String path(Violation.Path path) {
        List<String> steps = new ArrayList<>();
        for (Violation.Path step = path; step != null; step = step.parent()) {
            steps.add(
                    0,
                    step.type() == Violation.StepType.INDEX
                            ? "member." + (Integer.parseInt(step.step()) + 1)
                            : step.step());
        }
        return String.join(".", steps);
    }
}

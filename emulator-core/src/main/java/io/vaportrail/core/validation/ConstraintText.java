package io.vaportrail.core.validation;

import io.vaportrail.schema.Constraints;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;

/** The sentences of AWS's shared validation layer, as its services answer them. */
final class ConstraintText {
    private ConstraintText() {}

    static String describe(Violation violation, boolean withValue) {
        String subject = !withValue || violation.value() == null || violation.target().sensitive()
                ? "Value at '" + path(violation.path()) + "'"
                : "Value '" + violation.value() + "' at '" + path(violation.path()) + "'";
        return subject + " failed to satisfy constraint: " + demand(violation);
    }

    private static String demand(Violation violation) {
        Constraints constraints = violation.target().constraints();
        return switch (violation.kind()) {
            case REQUIRED, NULL_ELEMENT -> "Member must not be null";
            case LENGTH -> length(violation, constraints);
            case RANGE -> range(violation, constraints);
            case PATTERN -> "Member must satisfy regular expression pattern: " + constraints.pattern();
            case ENUM -> "Member must satisfy enum value set: [" + String.join(", ", constraints.enumValues()) + "]";
            case UNIQUE_ITEMS -> "Member must have unique items";
            case UNION -> "Member must have exactly one value set";
        };
    }

    private static String length(Violation violation, Constraints constraints) {
        Long min = constraints.minLength();
        boolean tooShort = min != null && ConstraintChecks.lengthOf(Objects.requireNonNull(violation.value())) < min;
        return tooShort
                ? "Member must have length greater than or equal to " + min
                : "Member must have length less than or equal to " + constraints.maxLength();
    }

    private static String range(Violation violation, Constraints constraints) {
        boolean tooSmall = constraints.min() != null
                && ConstraintChecks.compare(Objects.requireNonNull(violation.value()), constraints.min()) < 0;
        return tooSmall
                ? "Member must have value greater than or equal to " + constraints.min()
                : "Member must have value less than or equal to " + constraints.max();
    }

    /** For example {@code tags.1.member.key}: lower-case first letters, list positions counted from one. */
    static String path(Violation.Path path) {
        Deque<String> steps = new ArrayDeque<>();
        for (Violation.Path step = path; step != null; step = step.parent()) {
            steps.addFirst(
                    switch (step.type()) {
                        case MEMBER ->
                            step.step().substring(0, 1).toLowerCase(Locale.ROOT)
                                    + step.step().substring(1);
                        case INDEX -> (Integer.parseInt(step.step()) + 1) + ".member";
                        case MAP_VALUE -> step.step() + ".member";
                        case MAP_KEY -> step.step();
                    });
        }
        return String.join(".", steps);
    }
}

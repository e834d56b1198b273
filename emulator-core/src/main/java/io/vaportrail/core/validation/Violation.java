package io.vaportrail.core.validation;

import io.vaportrail.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One place where an input breaks the model.
 *
 * @param path where, as a chain of member names, list indexes and map keys from the input down
 * @param kind what is demanded there
 * @param target the shape of the value
 * @param value the value found, or {@code null} when it is missing
 */
public record Violation(
        Path path, Kind kind, Schema target, @Nullable Object value) {
    /** What the model demands. */
    public enum Kind {
        /** A required member is missing. */
        REQUIRED,
        /** A length is out of bounds. */
        LENGTH,
        /** A number is out of bounds. */
        RANGE,
        /** A text does not match. */
        PATTERN,
        /** A value is not one of those listed. */
        ENUM,
        /** Two elements of a list are equal. */
        UNIQUE_ITEMS,
        /** A {@code null} in a list or map that is not sparse. */
        NULL_ELEMENT,
        /** A union with no member or more than one. */
        UNION
    }

    /**
     * A step of the way to a value.
     *
     * @param parent where the step starts, or {@code null} at the input itself
     * @param step the model name of a member, a list index or a map key
     * @param type which of these
     */
    public record Path(@Nullable Path parent, String step, StepType type) {}

    /** The kinds of {@link Path#step}. */
    public enum StepType {
        /** A member of a structure. */
        MEMBER,
        /** An element of a list, from 0. */
        INDEX,
        /** The value at a map's key. */
        MAP_VALUE,
        /** A map's key itself. */
        MAP_KEY
    }
}

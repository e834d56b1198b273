package io.vaportrail.schema;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model demands of the values of a shape.
 *
 * @param minLength smallest length (characters as code points, bytes, elements or entries), or {@code null}
 * @param maxLength largest length, inclusive, or {@code null}
 * @param min smallest number, or {@code null}
 * @param max largest number, inclusive, or {@code null}
 * @param pattern regular expression that the text must satisfy, or {@code null}
 * @param enumValues the values that the model lists, in its order; empty when it lists none
 * @param uniqueItems whether the elements of a list must differ
 */
public record Constraints(
        @Nullable Long minLength,
        @Nullable Long maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable ConstraintPattern pattern,
        List<String> enumValues,
        boolean uniqueItems) {

    /** Demands nothing. */
    public static final Constraints NONE = new Constraints(null, null, null, null, null, List.of(), false);

    /** Whether every value passes. */
    @SuppressWarnings("ReferenceEquality") // every constraint makes another instance, and this is asked for every value
    public boolean isNone() {
        return this == NONE;
    }

    /** The same demands with a length between the two, either of which may be {@code null}. */
    public Constraints length(@Nullable Long minimum, @Nullable Long maximum) {
        return new Constraints(minimum, maximum, min, max, pattern, enumValues, uniqueItems);
    }

    /** The same demands with a number between the two, either of which may be {@code null}. */
    public Constraints range(@Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
        return new Constraints(minLength, maxLength, minimum, maximum, pattern, enumValues, uniqueItems);
    }

    /** The same demands with a regular expression that must be found in the text. */
    public Constraints pattern(String regex) {
        return pattern(ConstraintPattern.found(regex));
    }

    /** The same demands with a regular expression that must match all of the text. */
    public Constraints wholePattern(String regex) {
        return pattern(ConstraintPattern.whole(regex));
    }

    /** The same demands with these listed values. */
    public Constraints enumValues(String... values) {
        return new Constraints(minLength, maxLength, min, max, pattern, List.of(values), uniqueItems);
    }

    /** The same demands, and elements must differ. */
    public Constraints unique() {
        return new Constraints(minLength, maxLength, min, max, pattern, enumValues, true);
    }

    private Constraints pattern(ConstraintPattern expression) {
        return new Constraints(minLength, maxLength, min, max, expression, enumValues, uniqueItems);
    }
}

package io.vaportrail.trail.selector;

import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a field of a record is compared with the values of a field selector. Upper and lower case differ, and there are no wildcards. */
enum Operator {
    EQUALS("Equals", true, AdvancedFieldSelector::equalsMember, String::equals),
    STARTS_WITH("StartsWith", true, AdvancedFieldSelector::startsWith, String::startsWith),
    ENDS_WITH("EndsWith", true, AdvancedFieldSelector::endsWith, String::endsWith),
    NOT_EQUALS("NotEquals", false, AdvancedFieldSelector::notEquals, String::equals),
    NOT_STARTS_WITH("NotStartsWith", false, AdvancedFieldSelector::notStartsWith, String::startsWith),
    NOT_ENDS_WITH("NotEndsWith", false, AdvancedFieldSelector::notEndsWith, String::endsWith);

    private final String text;
    private final boolean selecting;
    private final Function<AdvancedFieldSelector, @Nullable List<String>> operands;
    private final BiPredicate<String, String> comparison;

    Operator(
            String text,
            boolean selecting,
            Function<AdvancedFieldSelector, @Nullable List<String>> operands,
            BiPredicate<String, String> comparison) {
        this.text = text;
        this.selecting = selecting;
        this.operands = operands;
        this.comparison = comparison;
    }

    /** The name in the API. */
    String text() {
        return text;
    }

    /** Whether it says what is selected rather than what is not. */
    boolean selecting() {
        return selecting;
    }

    /** The values that a field selector gives for it, none when it does not use it. */
    List<String> operands(AdvancedFieldSelector selector) {
        return TrailSelectors.orEmpty(operands.apply(selector));
    }

    /** Whether the value compares so with one of the operands. */
    boolean anyOf(String value, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (comparison.test(value, values.get(i))) {
                return true;
            }
        }
        return false;
    }
}

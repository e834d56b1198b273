package io.vaportrail.trail.selector;

import io.vaportrail.model.cloudtrail.AdvancedEventSelector;
import io.vaportrail.model.cloudtrail.AdvancedFieldSelector;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What AWS takes as advanced event selectors of a trail.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html">AdvancedFieldSelector</a>
 */
final class AdvancedRules {
    /** Values of all conditions of all selectors of a trail. */
    static final int MOST_VALUES = 500;

    private static final Set<Operator> EVERY = Set.of(Operator.values());
    private static final Set<Operator> EQUALS = Set.of(Operator.EQUALS);
    private static final Set<Operator> NOT_EQUALS = Set.of(Operator.NOT_EQUALS);
    private static final Set<Operator> EQUALS_OR_NOT = Set.of(Operator.EQUALS, Operator.NOT_EQUALS);
    private static final Predicate<String> FLAG = Set.of("true", "false")::contains;
    private static final Predicate<String> ANYTHING = value -> true;
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]+\\.amazonaws\\.com");

    private static final Rule CATEGORY = new Rule(EQUALS, ANYTHING, true);
    private static final Rule READ_ONLY = new Rule(EQUALS, FLAG, true);
    private static final Rule FREE = new Rule(EVERY, ANYTHING, false);

    /** The fields of each category. */
    private static final Map<String, Map<String, Rule>> RULES = Map.of(
            Fields.MANAGEMENT,
                    Map.of(
                            Fields.EVENT_CATEGORY, CATEGORY,
                            Fields.READ_ONLY, READ_ONLY,
                            Fields.EVENT_SOURCE, new Rule(NOT_EQUALS, BasicRules.EXCLUDABLE::contains, false)),
            Fields.DATA,
                    Map.of(
                            Fields.EVENT_CATEGORY,
                            CATEGORY,
                            Fields.RESOURCES_TYPE,
                            new Rule(EQUALS, DataTypes::isKnown, true),
                            Fields.READ_ONLY,
                            READ_ONLY,
                            Fields.EVENT_NAME,
                            FREE,
                            Fields.RESOURCES_ARN,
                            FREE,
                            Fields.EVENT_SOURCE,
                            FREE,
                            Fields.EVENT_TYPE,
                            FREE,
                            Fields.SESSION_CREDENTIAL_FROM_CONSOLE,
                            new Rule(EQUALS_OR_NOT, FLAG, true),
                            Fields.USER_IDENTITY_ARN,
                            FREE),
            Fields.NETWORK_ACTIVITY,
                    Map.of(
                            Fields.EVENT_CATEGORY,
                            CATEGORY,
                            Fields.EVENT_SOURCE,
                            new Rule(EQUALS, SOURCE.asMatchPredicate(), true),
                            Fields.EVENT_NAME,
                            FREE,
                            Fields.ERROR_CODE,
                            new Rule(EQUALS, "VpceAccessDenied"::equals, true),
                            Fields.VPC_ENDPOINT_ID,
                            FREE,
                            Fields.USER_IDENTITY_ARN,
                            FREE));

    /** The field that each category demands beside the category itself. */
    private static final Map<String, String> REQUIRED =
            Map.of(Fields.DATA, Fields.RESOURCES_TYPE, Fields.NETWORK_ACTIVITY, Fields.EVENT_SOURCE);

    private AdvancedRules() {}

    /**
     * What may be asked of a field.
     *
     * @param operators by which operators
     * @param values which values
     * @param single whether only one value at a time
     */
    private record Rule(Set<Operator> operators, Predicate<String> values, boolean single) {}

    static void check(List<AdvancedEventSelector> selectors) {
        if (selectors.isEmpty()) {
            throw SelectorErrors.number(MOST_VALUES);
        }
        int values = 0;
        for (AdvancedEventSelector selector : selectors) {
            values += checked(selector.fieldSelectors());
        }
        if (values > MOST_VALUES) {
            throw SelectorErrors.values(MOST_VALUES);
        }
    }

    /** The first value that a field must equal, or {@code null} when the field is not asked about. */
    static @Nullable String value(List<AdvancedFieldSelector> fields, String name) {
        for (AdvancedFieldSelector field : fields) {
            List<String> values = Operator.EQUALS.operands(field);
            if (field.field().equals(name) && !values.isEmpty()) {
                return values.get(0);
            }
        }
        return null;
    }

    private static int checked(List<AdvancedFieldSelector> fields) {
        String category = value(fields, Fields.EVENT_CATEGORY);
        if (category == null) {
            throw SelectorErrors.missing(Fields.EVENT_CATEGORY);
        }
        Map<String, Rule> rules = RULES.get(category);
        SelectorErrors.demand(rules != null, Fields.EVENT_CATEGORY, category);
        Set<String> seen = new HashSet<>();
        int values = 0;
        for (AdvancedFieldSelector field : fields) {
            Rule rule = rules == null ? null : rules.get(field.field());
            if (rule == null) {
                throw SelectorErrors.field(field.field(), category);
            }
            if (!seen.add(field.field())) {
                throw SelectorErrors.twice(field.field());
            }
            values += checked(field, rule);
        }
        String required = REQUIRED.get(category);
        if (required != null && !seen.contains(required)) {
            throw SelectorErrors.missing(required);
        }
        return values;
    }

    private static int checked(AdvancedFieldSelector field, Rule rule) {
        int count = 0;
        for (Operator operator : Operator.values()) {
            List<String> values = operator.operands(field);
            if (!values.isEmpty() && !rule.operators.contains(operator)) {
                throw SelectorErrors.operator(field.field(), operator);
            }
            for (String value : values) {
                boolean oneTooMany = rule.single && count > 0;
                SelectorErrors.demand(!oneTooMany && rule.values.test(value), field.field(), value);
                count++;
            }
        }
        if (count == 0) {
            throw SelectorErrors.noOperator(field.field());
        }
        return count;
    }
}

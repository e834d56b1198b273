package io.vaportrail.core.policy;

import java.util.List;

/**
 * One line of a Condition block: a key and what its values must be.
 *
 * @param operator how to compare
 * @param quantifier which of several values must match
 * @param ifExists whether it holds as well where the request has no such key
 * @param key the key as written
 * @param values what it is compared with; one of them is enough, none for negated operators
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions
 *     with multiple context keys or values</a>
 */
record Condition(
        ConditionOperator operator, Quantifier quantifier, boolean ifExists, String key, List<ConditionValue> values) {

    /** Set operators. */
    enum Quantifier {
        /** For keys with one value. */
        SINGLE,
        /** All values of the request must match; holds where there are none. */
        FOR_ALL,
        /** One value of the request must match; fails where there are none. */
        FOR_ANY
    }

    boolean holds(RequestContext context) {
        List<String> actual = context.values(key);
        if (operator == ConditionOperator.NULL) {
            return matchesOne(Boolean.toString(actual == null), context);
        }
        if (actual == null || actual.isEmpty()) {
            return holdsWithout();
        }
        return switch (quantifier) {
            case SINGLE -> operator.negated() ? all(actual, context) : any(actual, context);
            case FOR_ALL -> all(actual, context);
            case FOR_ANY -> any(actual, context);
        };
    }

    private boolean holdsWithout() {
        if (ifExists) {
            return true;
        }
        return switch (quantifier) {
            case SINGLE -> operator.negated();
            case FOR_ALL -> true;
            case FOR_ANY -> false;
        };
    }

    private boolean all(List<String> actual, RequestContext context) {
        for (String value : actual) {
            if (!satisfied(value, context)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<String> actual, RequestContext context) {
        for (String value : actual) {
            if (satisfied(value, context)) {
                return true;
            }
        }
        return false;
    }

    private boolean satisfied(String value, RequestContext context) {
        return matchesOne(value, context) != operator.negated();
    }

    private boolean matchesOne(String value, RequestContext context) {
        for (ConditionValue wanted : values) {
            if (wanted.matches(value, context)) {
                return true;
            }
        }
        return false;
    }
}

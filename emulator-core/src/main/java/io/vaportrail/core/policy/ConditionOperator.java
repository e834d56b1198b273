package io.vaportrail.core.policy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a condition compares.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
enum ConditionOperator {
    STRING_EQUALS("StringEquals", Operand.TEXT, false),
    STRING_NOT_EQUALS("StringNotEquals", Operand.TEXT, true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Operand.FOLDED_TEXT, false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Operand.FOLDED_TEXT, true),
    STRING_LIKE("StringLike", Operand.PATTERN, false),
    STRING_NOT_LIKE("StringNotLike", Operand.PATTERN, true),
    NUMERIC_EQUALS("NumericEquals", Operand.NUMBER, false, Order.EQUAL),
    NUMERIC_NOT_EQUALS("NumericNotEquals", Operand.NUMBER, true, Order.EQUAL),
    NUMERIC_LESS_THAN("NumericLessThan", Operand.NUMBER, false, Order.LESS),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Operand.NUMBER, false, Order.LESS_OR_EQUAL),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Operand.NUMBER, false, Order.GREATER),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Operand.NUMBER, false, Order.GREATER_OR_EQUAL),
    DATE_EQUALS("DateEquals", Operand.DATE, false, Order.EQUAL),
    DATE_NOT_EQUALS("DateNotEquals", Operand.DATE, true, Order.EQUAL),
    DATE_LESS_THAN("DateLessThan", Operand.DATE, false, Order.LESS),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Operand.DATE, false, Order.LESS_OR_EQUAL),
    DATE_GREATER_THAN("DateGreaterThan", Operand.DATE, false, Order.GREATER),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Operand.DATE, false, Order.GREATER_OR_EQUAL),
    BOOL("Bool", Operand.FOLDED_TEXT, false),
    BINARY_EQUALS("BinaryEquals", Operand.TEXT, false),
    IP_ADDRESS("IpAddress", Operand.ADDRESS_RANGE, false),
    NOT_IP_ADDRESS("NotIpAddress", Operand.ADDRESS_RANGE, true),
    ARN_EQUALS("ArnEquals", Operand.ARN, false),
    ARN_NOT_EQUALS("ArnNotEquals", Operand.ARN, true),
    ARN_LIKE("ArnLike", Operand.ARN, false),
    ARN_NOT_LIKE("ArnNotLike", Operand.ARN, true),
    /** Whether the key is there; has no forms with {@code IfExists}. */
    NULL("Null", Operand.FOLDED_TEXT, false);

    /** What is compared. */
    enum Operand {
        TEXT,
        FOLDED_TEXT,
        PATTERN,
        NUMBER,
        DATE,
        ADDRESS_RANGE,
        ARN
    }

    /** How the value of the request must stand to the policy's. */
    enum Order {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    private static final Map<String, ConditionOperator> BY_NAME = new HashMap<>();

    static {
        for (ConditionOperator operator : values()) {
            BY_NAME.put(operator.name.toLowerCase(Locale.ROOT), operator);
        }
    }

    private final String name;
    private final Operand operand;
    private final boolean negated;
    private final Order order;

    ConditionOperator(String name, Operand operand, boolean negated) {
        this(name, operand, negated, Order.EQUAL);
    }

    ConditionOperator(String name, Operand operand, boolean negated, Order order) {
        this.name = name;
        this.operand = operand;
        this.negated = negated;
        this.order = order;
    }

    /** The operator of that name, in any case and without prefix and suffix, or {@code null}. */
    static @Nullable ConditionOperator named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    Operand operand() {
        return operand;
    }

    /** Whether it holds when no value matches, rather than when one does. */
    boolean negated() {
        return negated;
    }

    Order order() {
        return order;
    }
}

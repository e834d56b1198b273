package io.vaportrail.sns.filter;

import io.vaportrail.sns.SnsLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits that SNS sets on filter policies, beyond what the matcher demands.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">Filter policy constraints</a>
 */
final class FilterRules {
    private static final String OR = "$or";

    private FilterRules() {}

    static void check(Map<?, ?> policy, FilterScope scope) throws FilterSyntaxException {
        if (scope == FilterScope.MESSAGE_ATTRIBUTES) {
            checkFlat(policy);
        }
        if (keys(policy) > SnsLimits.FILTER_KEYS) {
            throw new FilterSyntaxException(
                    "FilterPolicy: Filter policy can not have more than " + SnsLimits.FILTER_KEYS + " keys");
        }
        if (combinations(policy, 1) > SnsLimits.FILTER_COMBINATIONS) {
            throw new FilterSyntaxException("FilterPolicy: Filter policy is too complex");
        }
        checkNumbers(policy);
    }

    private static void checkFlat(Map<?, ?> policy) throws FilterSyntaxException {
        for (Map.Entry<?, ?> member : policy.entrySet()) {
            if (isOr(member)) {
                for (Object alternative : (List<?>) member.getValue()) {
                    checkFlat((Map<?, ?>) alternative);
                }
            } else if (member.getValue() instanceof Map<?, ?>) {
                throw new FilterSyntaxException(
                        "Filter policy scope MessageAttributes does not support nested filter policy");
            }
        }
    }

    /** The matcher reads {@code $or} as a key's name unless two or more objects stand in its list. */
    private static boolean isOr(Map.Entry<?, ?> member) {
        return member.getKey().equals(OR)
                && member.getValue() instanceof List<?> alternatives
                && alternatives.size() > 1
                && alternatives.stream().allMatch(alternative -> alternative instanceof Map<?, ?>);
    }

    private static int keys(Map<?, ?> policy) {
        int keys = 0;
        for (Map.Entry<?, ?> member : policy.entrySet()) {
            if (isOr(member)) {
                for (Object alternative : (List<?>) member.getValue()) {
                    keys += keys((Map<?, ?>) alternative);
                }
            } else {
                keys += member.getValue() instanceof Map<?, ?> nested ? keys(nested) : 1;
            }
        }
        return keys;
    }

    /** The product over all keys of the number of values times the depth of the key; alternatives add up. */
    private static long combinations(Map<?, ?> policy, int depth) {
        long product = 1;
        for (Map.Entry<?, ?> member : policy.entrySet()) {
            Object value = member.getValue();
            long factor = 1;
            if (isOr(member)) {
                factor = 0;
                for (Object alternative : (List<?>) value) {
                    factor += combinations((Map<?, ?>) alternative, depth);
                }
            } else if (value instanceof Map<?, ?> nested) {
                factor = combinations(nested, depth + 1);
            } else if (value instanceof List<?> values) {
                factor = (long) values.size() * depth;
            }
            product = Math.min(product * factor, Integer.MAX_VALUE);
        }
        return product;
    }

    private static void checkNumbers(@Nullable Object value) throws FilterSyntaxException {
        if (value instanceof Map<?, ?> members) {
            for (Object member : members.values()) {
                checkNumbers(member);
            }
        } else if (value instanceof List<?> elements) {
            for (Object element : elements) {
                checkNumbers(element);
            }
        } else if (value instanceof Number number) {
            checkNumber(new BigDecimal(number.toString()));
        }
    }

    private static void checkNumber(BigDecimal number) throws FilterSyntaxException {
        if (number.abs().compareTo(BigDecimal.valueOf(SnsLimits.FILTER_NUMBER)) > 0) {
            throw new FilterSyntaxException("FilterPolicy: Value must be between -1.0E9 and 1.0E9, inclusive");
        }
        if (number.stripTrailingZeros().scale() > SnsLimits.FILTER_DIGITS) {
            throw new FilterSyntaxException("FilterPolicy: Only values upto " + SnsLimits.FILTER_DIGITS
                    + " digits of accuracy after the decimal point are supported");
        }
    }
}

package io.vaportrail.sns.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filter policies matched the plain way, key by key and value by value, as the documentation reads. */
final class PlainFilter {
    private PlainFilter() {}

    static boolean matches(Map<?, ?> policy, @Nullable Object event) {
        for (Map.Entry<?, ?> member : policy.entrySet()) {
            if (member.getKey().equals("$or")) {
                boolean any = false;
                for (Object alternative : (List<?>) member.getValue()) {
                    any |= matches((Map<?, ?>) alternative, event);
                }
                if (!any) {
                    return false;
                }
            } else if (!matchesMember(member, event)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesMember(Map.Entry<?, ?> member, @Nullable Object event) {
        Object value = event instanceof Map<?, ?> members ? members.get(member.getKey()) : null;
        boolean there = event instanceof Map<?, ?> members && members.containsKey(member.getKey());
        if (member.getValue() instanceof Map<?, ?> nested) {
            return matches(nested, there ? value : null);
        }
        for (Object pattern : (List<?>) member.getValue()) {
            if (matchesAny(pattern, there, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesAny(@Nullable Object pattern, boolean there, @Nullable Object value) {
        if (pattern instanceof Map<?, ?> operator && operator.containsKey("exists")) {
            return there == Boolean.TRUE.equals(operator.get("exists"));
        }
        if (!there) {
            return false;
        }
        if (value instanceof List<?> values) {
            return values.stream().anyMatch(one -> matchesOne(pattern, one));
        }
        return matchesOne(pattern, value);
    }

    private static boolean matchesOne(@Nullable Object pattern, @Nullable Object value) {
        if (!(pattern instanceof Map<?, ?> operator)) {
            return same(pattern, value);
        }
        Map.Entry<?, ?> only = operator.entrySet().iterator().next();
        Object operand = only.getValue();
        return switch (String.valueOf(only.getKey())) {
            case "prefix" -> value instanceof String text && text.startsWith((String) operand);
            case "suffix" -> value instanceof String text && text.endsWith((String) operand);
            case "equals-ignore-case" ->
                value instanceof String text
                        && text.toLowerCase(Locale.ROOT).equals(((String) operand).toLowerCase(Locale.ROOT));
            case "wildcard" -> value instanceof String text && matchesWildcard((String) operand, text);
            case "cidr" -> value instanceof String text && isIn((String) operand, text);
            case "anything-but" -> isAnythingBut(operand, value);
            case "numeric" -> value instanceof Number number && inRange((List<?>) operand, decimal(number));
            default -> throw new AssertionError(only.getKey());
        };
    }

    private static boolean isAnythingBut(@Nullable Object excluded, @Nullable Object value) {
        if (excluded instanceof List<?> list) {
            return list.stream().noneMatch(one -> same(one, value));
        }
        return excluded instanceof Map<?, ?> ? !matchesOne(excluded, value) : !same(excluded, value);
    }

    /** Each star stands for any text, the empty one included. */
    private static boolean matchesWildcard(String wildcard, String text) {
        int star = wildcard.indexOf('*');
        if (star < 0) {
            return wildcard.equals(text);
        }
        if (!text.startsWith(wildcard.substring(0, star))) {
            return false;
        }
        for (int i = star; i <= text.length(); i++) {
            if (matchesWildcard(wildcard.substring(star + 1), text.substring(i))) {
                return true;
            }
        }
        return false;
    }

    /** IPv4 alone. */
    private static boolean isIn(String block, String text) {
        int slash = block.indexOf('/');
        int shift = Integer.SIZE - Integer.parseInt(block.substring(slash + 1));
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return false;
        }
        return shift == Integer.SIZE || address(block.substring(0, slash)) >> shift == address(text) >> shift;
    }

    private static long address(String text) {
        long address = 0;
        for (String part : text.split("\\.")) {
            address = address * 256 + Integer.parseInt(part);
        }
        return address;
    }

    private static boolean same(@Nullable Object pattern, @Nullable Object value) {
        if (pattern instanceof Number expected && value instanceof Number found) {
            return decimal(expected).compareTo(decimal(found)) == 0;
        }
        return pattern == null ? value == null : pattern.equals(value);
    }

    private static boolean inRange(List<?> range, BigDecimal value) {
        for (int i = 0; i < range.size(); i += 2) {
            int order = value.compareTo(decimal((Number) range.get(i + 1)));
            boolean holds =
                    switch (String.valueOf(range.get(i))) {
                        case "=" -> order == 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        case ">=" -> order >= 0;
                        default -> throw new AssertionError(range);
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}

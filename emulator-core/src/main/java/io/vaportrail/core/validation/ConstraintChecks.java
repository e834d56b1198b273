package io.vaportrail.core.validation;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ConstraintPattern;
import io.vaportrail.schema.Constraints;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Whether single values satisfy single demands of the model. */
final class ConstraintChecks {
    private ConstraintChecks() {}

    static boolean lengthFits(Constraints constraints, Object value) {
        Long min = constraints.minLength();
        Long max = constraints.maxLength();
        if (min == null && max == null) {
            return true;
        }
        long least = min == null ? 0 : min;
        long most = max == null ? Long.MAX_VALUE : max;
        // every code point is one UTF-16 unit or two, so that texts far from the bounds need not be counted
        if (value instanceof String text && text.length() / 2 >= least && text.length() <= most) {
            return true;
        }
        long length = lengthOf(value);
        return length >= least && length <= most;
    }

    /** Characters count as code points, as in the model. */
    static long lengthOf(Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        } else if (value instanceof Blob blob) {
            return blob.size();
        } else if (value instanceof List<?> list) {
            return list.size();
        }
        return ((Map<?, ?>) value).size();
    }

    /** What is no number at all fits no range. */
    static boolean rangeFits(Constraints constraints, Object value) {
        BigDecimal min = constraints.min();
        BigDecimal max = constraints.max();
        if (min == null && max == null) {
            return true;
        }
        return !Double.isNaN(((Number) value).doubleValue())
                && (min == null || compare(value, min) >= 0)
                && (max == null || compare(value, max) <= 0);
    }

    /** Below, at or above the bound; what is no number counts as below. */
    static int compare(Object value, BigDecimal bound) {
        // a float is the number that it is written as, not the nearest one of a double's precision
        double number = value instanceof Float ? Double.parseDouble(value.toString()) : ((Number) value).doubleValue();
        double limit = bound.doubleValue();
        // rounding keeps the order, so that only what is equal after it needs the exact numbers
        if (number < limit || Double.isNaN(number)) {
            return -1;
        }
        return number > limit || Double.isInfinite(number)
                ? 1
                : exact((Number) value).compareTo(bound);
    }

    private static BigDecimal exact(Number value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        } else if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        } else if (value instanceof Float || value instanceof Double) {
            return new BigDecimal(value.toString());
        }
        return BigDecimal.valueOf(value.longValue());
    }

    static boolean patternFits(Constraints constraints, Object value) {
        ConstraintPattern pattern = constraints.pattern();
        return pattern == null || pattern.accepts((String) value);
    }

    static boolean isListed(Constraints constraints, Object value) {
        List<String> listed = constraints.enumValues();
        return listed.isEmpty() || listed.contains(value instanceof String text ? text : String.valueOf(value));
    }

    static boolean isUnique(Constraints constraints, Object value) {
        return !constraints.uniqueItems() || new HashSet<>((List<?>) value).size() == ((List<?>) value).size();
    }
}

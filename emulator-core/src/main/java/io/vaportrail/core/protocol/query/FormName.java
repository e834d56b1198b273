package io.vaportrail.core.protocol.query;

import io.vaportrail.core.protocol.SerializationErrors;
import io.vaportrail.core.protocol.WireLimits;

/** The name of a parameter on the way through its parts, {@code Attribute.1.Name} for example. */
final class FormName {
    /** Digits of an index; more would not be a position in any list that fits a request. */
    private static final int MAX_DIGITS = 9;

    private final String text;
    private int at;
    private int depth;

    FormName(String text) {
        this.text = text;
    }

    /** Whether all parts were taken. */
    boolean isAtEnd() {
        return at > text.length();
    }

    /** Takes the next part. */
    String next() {
        if (++depth > WireLimits.MAX_DEPTH) {
            throw SerializationErrors.tooDeep();
        }
        int end = partEnd();
        String part = text.substring(at, end);
        at = end + 1;
        return part;
    }

    /** Takes the next part if it is an index, and gives it, else -1. */
    int nextIndex() {
        int end = isAtEnd() ? at : partEnd();
        int length = end - at;
        int index = 0;
        for (int i = at; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || length > MAX_DIGITS) {
                return -1;
            }
            index = index * 10 + digit;
        }
        if (length == 0) {
            return -1;
        }
        at = end + 1;
        return index;
    }

    private int partEnd() {
        int dot = text.indexOf('.', at);
        return dot < 0 ? text.length() : dot;
    }
}

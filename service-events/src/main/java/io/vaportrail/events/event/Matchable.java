package io.vaportrail.events.event;

import io.vaportrail.events.EventsLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which JSON the event ruler can read: numbers that a double can hold, and not too deep. */
public final class Matchable {
    private Matchable() {}

    /** Whether it can read this. */
    public static boolean is(@Nullable Object json) {
        return is(json, 1);
    }

    private static boolean is(@Nullable Object json, int depth) {
        if (json instanceof Double number) {
            return Double.isFinite(number);
        }
        Iterable<?> inner;
        if (json instanceof Map<?, ?> members) {
            inner = members.values();
        } else if (json instanceof Iterable<?> elements) {
            inner = elements;
        } else {
            return true;
        }
        if (depth > EventsLimits.DETAIL_DEPTH) {
            return false;
        }
        for (Object one : inner) {
            if (!is(one, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}

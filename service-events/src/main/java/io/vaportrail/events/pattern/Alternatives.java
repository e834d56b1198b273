package io.vaportrail.events.pattern;

import io.vaportrail.core.json.Json;
import io.vaportrail.events.EventsErrors;
import io.vaportrail.events.EventsLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the ways in which a pattern's {@code $or} can be met, before the event ruler spells each of them out.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html">Comparison operators</a>
 */
final class Alternatives {
    private static final String OR = "$or";

    private Alternatives() {}

    /** Refuses a pattern with more than AWS takes. What is no JSON object is left to the event ruler's words. */
    static void check(String text) {
        Map<String, @Nullable Object> pattern = Json.readObject(text);
        if (pattern != null && count(pattern) > EventsLimits.ALTERNATIVES) {
            throw EventsErrors.limitExceeded();
        }
    }

    private static long count(Map<?, ?> pattern) {
        long product = 1;
        for (Map.Entry<?, ?> member : pattern.entrySet()) {
            long factor = 1;
            if (member.getValue() instanceof Map<?, ?> nested) {
                factor = count(nested);
            } else if (member.getKey().equals(OR) && member.getValue() instanceof List<?> ways) {
                factor = 0;
                for (Object way : ways) {
                    factor += way instanceof Map<?, ?> one ? count(one) : 1;
                }
            }
            product = Math.min(product * Math.max(1, factor), Integer.MAX_VALUE);
        }
        return product;
    }
}

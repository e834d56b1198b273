package io.vaportrail.logs.pattern;

import io.vaportrail.core.json.Json;
import io.vaportrail.core.json.JsonSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions on the properties of a JSON message. A message that is not a JSON object or array never matches. */
final class JsonPattern extends FilterPattern {
    private final Condition condition;
    private final List<Selector> selectors;

    JsonPattern(Condition condition, List<Selector> selectors, int regexes) {
        super(regexes);
        this.condition = condition;
        this.selectors = selectors;
    }

    /** A condition on a message. */
    @FunctionalInterface
    interface Condition {
        boolean holds(Object root);
    }

    @Override
    public boolean matches(String message) {
        Object root = read(message);
        return root != null && condition.holds(root);
    }

    /** Cheap to refuse: most lines that are no JSON show it by their first character. */
    private static @Nullable Object read(String message) {
        int start = 0;
        while (start < message.length() && PatternScanner.isSpace(message.charAt(start))) {
            start++;
        }
        if (start == message.length() || message.charAt(start) != '{' && message.charAt(start) != '[') {
            return null;
        }
        try {
            return Json.read(message);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    @Override
    public Map<String, String> extract(String message) {
        Object root = read(message);
        Map<String, String> values = new LinkedHashMap<>();
        for (Selector selector : selectors) {
            String value = selector.scalar(root);
            if (value != null) {
                values.put(selector.text(), value);
            }
        }
        return values;
    }

    @Override
    public @Nullable String value(String message, ValueReference reference) {
        Selector selector = reference.selector();
        return selector == null ? null : selector.scalar(read(message));
    }

    @Override
    public boolean knows(ValueReference reference) {
        return reference.selector() != null;
    }
}

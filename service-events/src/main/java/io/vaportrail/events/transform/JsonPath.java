package io.vaportrail.events.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A way into JSON: {@code $.detail.items[0].name}, also {@code $['detail']}, and {@code [*]} for all elements. Immutable. */
final class JsonPath {
    /** What a path finds where it leads nowhere; JSON's own null is {@code null}. */
    static final Object NOTHING = new Object();

    private static final int MOST_DIGITS = 9;

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    /** A step: by name, by index from 0, or to all elements when both are absent. */
    private record Step(@Nullable String name, int index) {
        private static final Step ALL = new Step(null, -1);
    }

    /** The path, or {@code null} when the text is none. */
    static @Nullable JsonPath parse(String text) {
        if (!text.startsWith("$")) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        int at = 1;
        while (at < text.length()) {
            int end = text.charAt(at) == '.' ? endOfName(text, at + 1) : text.indexOf(']', at) + 1;
            Step step = end <= at + 1 ? null : step(text.substring(at, end));
            if (step == null) {
                return null;
            }
            steps.add(step);
            at = end;
        }
        return new JsonPath(steps);
    }

    private static int endOfName(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private static @Nullable Step step(String text) {
        if (text.equals(".*") || text.equals("[*]")) {
            return Step.ALL;
        }
        if (text.charAt(0) == '.') {
            return new Step(text.substring(1), -1);
        }
        if (text.charAt(0) != '[') {
            return null;
        }
        String inner = text.substring(1, text.length() - 1);
        boolean quoted = inner.length() > 2
                && (inner.startsWith("'") && inner.endsWith("'") || inner.startsWith("\"") && inner.endsWith("\""));
        if (quoted) {
            return new Step(inner.substring(1, inner.length() - 1), -1);
        }
        boolean number = !inner.isEmpty()
                && inner.length() <= MOST_DIGITS
                && inner.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? new Step(null, Integer.parseInt(inner)) : null;
    }

    /** What it finds, or {@link #NOTHING}. */
    @Nullable Object of(@Nullable Object json) {
        return of(json, 0);
    }

    private @Nullable Object of(@Nullable Object json, int from) {
        Object here = json;
        for (int i = from; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step == Step.ALL) {
                return all(here, i + 1);
            }
            here = next(here, step);
            if (here == NOTHING) {
                return NOTHING;
            }
        }
        return here;
    }

    private @Nullable Object all(@Nullable Object json, int from) {
        Iterable<?> elements;
        if (json instanceof List<?> list) {
            elements = list;
        } else if (json instanceof Map<?, ?> members) {
            elements = members.values();
        } else {
            return NOTHING;
        }
        List<@Nullable Object> found = new ArrayList<>();
        for (Object element : elements) {
            Object value = of(element, from);
            if (value != NOTHING) {
                found.add(value);
            }
        }
        return found;
    }

    private static @Nullable Object next(@Nullable Object json, Step step) {
        if (step.name != null) {
            return json instanceof Map<?, ?> members && members.containsKey(step.name)
                    ? members.get(step.name)
                    : NOTHING;
        }
        return json instanceof List<?> list && step.index < list.size() ? list.get(step.index) : NOTHING;
    }
}

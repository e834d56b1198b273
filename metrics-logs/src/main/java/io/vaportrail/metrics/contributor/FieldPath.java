package io.vaportrail.metrics.contributor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a property of a JSON event, for example {@code $.users[1].name}.
 *
 * @param steps names of properties (texts) and places in arrays (numbers)
 */
record FieldPath(List<Object> steps) {
    private static final String ROOT = "$.";
    private static final Pattern STEP = Pattern.compile("(?:^|\\.)([^.\\[\\]]+)|\\[(\\d{1,4})]");

    /** Reads a path, or gives {@code null} for anything else. */
    static @Nullable FieldPath of(String text) {
        if (!text.startsWith(ROOT) || text.startsWith("$..")) {
            return null;
        }
        String path = text.substring(ROOT.length());
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int at = 0;
        while (at < path.length() && matcher.find(at) && matcher.start() == at) {
            String name = matcher.group(1);
            steps.add(name == null ? Integer.valueOf(matcher.group(2)) : name);
            at = matcher.end();
        }
        boolean whole = at == path.length() && !steps.isEmpty() && steps.get(0) instanceof String;
        return whole ? new FieldPath(List.copyOf(steps)) : null;
    }

    /** What is there, or {@code null}. */
    @Nullable Object in(Map<String, ?> root) {
        Object here = root;
        for (Object step : steps) {
            if (step instanceof Integer place) {
                here = here instanceof List<?> list && place < list.size() ? list.get(place) : null;
            } else {
                here = here instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        return here;
    }
}

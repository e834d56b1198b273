package io.vaportrail.conformance.answers;

import io.vaportrail.core.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of answers that later steps name: {@code keep} gives a part a name, <code>${name}</code> stands for it. */
final class Kept {
    private final Map<String, String> parts = new HashMap<>();

    /** The step with what was kept in place. */
    Map<String, @Nullable Object> filled(Map<String, @Nullable Object> step) {
        String text = Json.write(step);
        for (Map.Entry<String, String> entry : parts.entrySet()) {
            text = text.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return Objects.requireNonNull(Json.readObject(text), text);
    }

    /** Keeps what the step asks for. */
    void keep(Map<String, @Nullable Object> step, @Nullable Object answer) {
        if (step.get("keep") instanceof Map<?, ?> names) {
            names.forEach((name, path) -> parts.put(String.valueOf(name), part(answer, String.valueOf(path))));
        }
    }

    private static String part(@Nullable Object answer, String path) {
        Object part = answer;
        for (String name : path.split("\\.")) {
            part = Situation.map(part).get(name);
        }
        return String.valueOf(part);
    }
}

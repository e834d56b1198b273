package io.vaportrail.conformance.answers;

import io.vaportrail.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls in their order, with what each is answered.
 *
 * @param name what it is about
 * @param steps {@code call}, {@code with} (parameters) and {@code answer} or {@code error}; or {@code advance} (seconds)
 */
record Situation(String name, List<Map<String, @Nullable Object>> steps) {
    private static final String NOW = "@now";
    private static final String MINUTE = "@minute";

    /** The situations of a resource. One with {@code variants} is as many: each replaces <code>${name}</code> by its values. */
    static List<Situation> of(String resource) {
        List<Situation> situations = new ArrayList<>();
        for (Object one : list(object(text(resource)).get("situations"))) {
            Map<String, @Nullable Object> situation = map(one);
            String name = String.valueOf(situation.get("name"));
            List<?> variants = list(situation.getOrDefault("variants", List.of(Map.of())));
            String steps = Json.write(Map.of("steps", list(situation.get("steps"))));
            for (Object variant : variants) {
                Map<String, @Nullable Object> values = map(variant);
                String filled = steps;
                for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
                    filled = filled.replace("\"${" + value.getKey() + "}\"", Json.write(value.getValue()))
                            .replace("${" + value.getKey() + "}", String.valueOf(value.getValue()));
                }
                String label = variants.size() == 1 ? name : name + " " + values.values();
                situations.add(new Situation(
                        label,
                        list(object(filled).get("steps")).stream()
                                .map(Situation::map)
                                .toList()));
            }
        }
        return situations;
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Situation.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> object(String text) {
        return Objects.requireNonNull(Json.readObject(text), text);
    }

    static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value, "a list");
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(value, "an object");
    }

    /** The tree with {@code @now}, {@code @now-60} or {@code @minute+60} as times. */
    static @Nullable Object timed(@Nullable Object tree, Instant now) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> converted = new LinkedHashMap<>();
            map.forEach((name, value) -> converted.put(String.valueOf(name), timed(value, now)));
            return converted;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> converted = new ArrayList<>();
            list.forEach(value -> converted.add(timed(value, now)));
            return converted;
        }
        if (tree instanceof String text && text.startsWith(NOW)) {
            return now.plusSeconds(offset(text.substring(NOW.length())));
        }
        if (tree instanceof String text && text.startsWith(MINUTE)) {
            return now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(offset(text.substring(MINUTE.length())));
        }
        return tree;
    }

    private static long offset(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    @Override
    public String toString() {
        return name;
    }
}

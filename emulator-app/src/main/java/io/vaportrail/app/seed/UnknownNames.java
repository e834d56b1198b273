package io.vaportrail.app.seed;

import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.StructSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds parameters that the model does not know: servers ignore them, but in a file they are mistakes. */
final class UnknownNames {
    private UnknownNames() {}

    /** What is wrong with the first of them, or {@code null} when all are known. */
    static @Nullable String first(@Nullable Object value, Schema schema, String path) {
        if (schema instanceof StructSchema<?> struct && value instanceof Map<?, ?> map) {
            return inStruct(map, struct, path);
        }
        if (schema instanceof ListSchema list && value instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                String found = first(elements.get(i), list.element().target(), path + "[" + i + "]");
                if (found != null) {
                    return found;
                }
            }
        }
        if (schema instanceof MapSchema map && value instanceof Map<?, ?> entries) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                String found = first(entry.getValue(), map.value().target(), path + "." + entry.getKey());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable String inStruct(Map<?, ?> map, StructSchema<?> struct, String path) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            Member member = struct.memberNamed(name);
            String at = path.isEmpty() ? name : path + "." + name;
            if (member == null) {
                String known = struct.members().stream().map(Member::name).collect(Collectors.joining(", "));
                return at + ": unknown (expected: " + (known.isEmpty() ? "nothing" : "one of " + known) + ")";
            }
            String found = first(entry.getValue(), member.target(), at);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

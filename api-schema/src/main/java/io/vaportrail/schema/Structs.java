package io.vaportrail.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be said of any structure by walking its schema. */
public final class Structs {
    private Structs() {}

    /** The structure as text for people, with sensitive values masked. */
    public static String describe(Struct struct) {
        StringBuilder text = new StringBuilder();
        appendStruct(text, struct);
        return text.toString();
    }

    private static void appendStruct(StringBuilder text, Struct struct) {
        text.append(struct.schema().name()).append('{');
        String separator = "";
        for (Member member : struct.schema().members()) {
            Object value = struct.get(member.index());
            if (value != null) {
                text.append(separator).append(member.name()).append('=');
                append(text, member, value);
                separator = ", ";
            }
        }
        text.append('}');
    }

    private static void append(StringBuilder text, Member member, @Nullable Object value) {
        if (member.sensitive() || member.redaction() != Redaction.NONE) {
            text.append("***");
        } else if (value instanceof Struct struct) {
            appendStruct(text, struct);
        } else if (value instanceof List<?> list && member.target() instanceof ListSchema schema) {
            String separator = "[";
            for (Object element : list) {
                text.append(separator);
                append(text, schema.element(), element);
                separator = ", ";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map && member.target() instanceof MapSchema schema) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator).append(entry.getKey()).append('=');
                append(text, schema.value(), entry.getValue());
                separator = ", ";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else {
            text.append(value);
        }
    }
}

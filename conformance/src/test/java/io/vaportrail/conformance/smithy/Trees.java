package io.vaportrail.conformance.smithy;

import io.vaportrail.schema.Document;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as plain maps and lists, which compare and print well. Absent members are left out, numbers of documents are alike. */
final class Trees {
    private Trees() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Struct struct) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            for (Member member : struct.schema().members()) {
                Object inner = struct.get(member.index());
                if (inner != null) {
                    tree.put(member.name(), of(inner));
                }
            }
            return tree;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> tree = new ArrayList<>();
            list.forEach(element -> tree.add(of(element)));
            return tree;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((key, inner) -> tree.put(key, of(inner)));
            return tree;
        } else if (value instanceof Document document) {
            return untyped(document.value());
        }
        return value;
    }

    private static @Nullable Object untyped(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> tree = new ArrayList<>();
            list.forEach(element -> tree.add(untyped(element)));
            return tree;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((key, inner) -> tree.put(key, untyped(inner)));
            return tree;
        }
        return value;
    }
}

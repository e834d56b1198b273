package io.vaportrail.conformance.smithy;

import io.vaportrail.core.protocol.Defaults;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** The parameters of a case as values of our schemas: blobs stand there as text, timestamps as seconds since 1970. */
final class Params {
    private Params() {}

    /** An input as a server must see it: with the values that stand for absent members. */
    static <T extends Struct> T withDefaults(T input) {
        @SuppressWarnings("unchecked")
        T filled = (T) filled(input);
        return filled;
    }

    static <T extends Struct> T struct(StructSchema<T> schema, ObjectNode params) {
        StructBuilder<T> into = schema.newBuilder();
        params.getStringMap().forEach((name, node) -> {
            Member member = schema.memberNamed(name);
            if (member == null) {
                throw new IllegalArgumentException("params: " + name + " (expected: a member of " + schema + ")");
            }
            into.set(member.index(), node.isNullNode() ? null : value(member.target(), node));
        });
        return into.build();
    }

    static Object value(Schema schema, Node node) {
        return switch (schema.type()) {
            case STRING, ENUM -> node.expectStringNode().getValue();
            case BLOB -> Blob.ofUtf8(node.expectStringNode().getValue());
            case BOOLEAN -> node.expectBooleanNode().getValue();
            case BYTE -> decimal(node).byteValueExact();
            case SHORT -> decimal(node).shortValueExact();
            case INTEGER, INT_ENUM -> decimal(node).intValueExact();
            case LONG -> decimal(node).longValueExact();
            case FLOAT -> (float) fraction(node);
            case DOUBLE -> fraction(node);
            case BIG_INTEGER -> decimal(node).toBigIntegerExact();
            case BIG_DECIMAL -> decimal(node);
            case TIMESTAMP -> instant(decimal(node));
            case DOCUMENT -> new Document(untyped(node));
            case LIST -> list((ListSchema) schema, node);
            case MAP -> map((MapSchema) schema, node);
            case STRUCTURE, UNION -> struct((StructSchema<?>) schema, node.expectObjectNode());
        };
    }

    private static List<?> list(ListSchema schema, Node node) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Node element : node.expectArrayNode().getElements()) {
            elements.add(element.isNullNode() ? null : value(schema.element().target(), element));
        }
        return Collections.unmodifiableList(elements);
    }

    private static Map<String, ?> map(MapSchema schema, Node node) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        node.expectObjectNode()
                .getStringMap()
                .forEach((key, value) -> entries.put(
                        key, value.isNullNode() ? null : value(schema.value().target(), value)));
        return Collections.unmodifiableMap(entries);
    }

    private static BigDecimal decimal(Node node) {
        return new BigDecimal(node.expectNumberNode().getValue().toString());
    }

    private static double fraction(Node node) {
        return node.isStringNode()
                ? Double.parseDouble(node.expectStringNode().getValue())
                : node.expectNumberNode().getValue().doubleValue();
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
    }

    private static @Nullable Object untyped(Node node) {
        return switch (node.getType()) {
            case NULL -> null;
            case BOOLEAN -> node.expectBooleanNode().getValue();
            case STRING -> node.expectStringNode().getValue();
            case NUMBER -> node.expectNumberNode().getValue();
            case ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                node.expectArrayNode().getElements().forEach(element -> elements.add(untyped(element)));
                yield Collections.unmodifiableList(elements);
            }
            case OBJECT -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                node.expectObjectNode().getStringMap().forEach((key, value) -> entries.put(key, untyped(value)));
                yield Collections.unmodifiableMap(entries);
            }
        };
    }

    private static Object filled(Object value) {
        if (value instanceof Struct struct) {
            StructBuilder<?> into = struct.schema().newBuilder();
            for (Member member : struct.schema().members()) {
                Object inner = struct.get(member.index());
                into.set(member.index(), inner == null ? null : filled(inner));
            }
            if (struct.schema().type() == ShapeType.STRUCTURE) {
                Defaults.fill(struct.schema(), into);
            }
            return into.build();
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(element == null ? null : filled(element)));
            return Collections.unmodifiableList(elements);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, inner) -> entries.put(key, inner == null ? null : filled(inner)));
            return Collections.unmodifiableMap(entries);
        }
        return value;
    }
}

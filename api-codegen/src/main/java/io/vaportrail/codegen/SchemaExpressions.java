package io.vaportrail.codegen;

import static io.vaportrail.codegen.JavaSource.literal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Java expressions that build schemas and members, and the Java types of values. */
final class SchemaExpressions {
    private final Api api;
    private final JavaSource java;

    SchemaExpressions(Api api, JavaSource java) {
        this.api = api;
        this.java = java;
    }

    /** The class of a structure, union or enum shape. */
    String className(Api.Shape shape) {
        return Names.className(shape.name(), api.metadata().javaName());
    }

    /** The boxed Java type that carries values of a shape. */
    String valueType(String shapeName) {
        Api.Shape shape = api.shape(shapeName);
        return switch (shape.type()) {
            case "STRING", "ENUM" -> "String";
            case "BLOB" -> java.schema("Blob");
            case "BOOLEAN" -> "Boolean";
            case "INTEGER" -> "Integer";
            case "LONG" -> "Long";
            case "FLOAT" -> "Float";
            case "DOUBLE" -> "Double";
            case "TIMESTAMP" -> java.type("java.time.Instant");
            case "LIST" ->
                java.type("java.util.List") + "<" + valueType(shape.last().shape()) + ">";
            case "MAP" ->
                java.type("java.util.Map") + "<String, "
                        + valueType(shape.last().shape()) + ">";
            case "STRUCTURE", "UNION" -> className(shape);
            default -> throw unknown(shape);
        };
    }

    /** The expression for a shape's schema. Structures and enums have a constant, all else is stated where it is used. */
    String schema(String shapeName) {
        Api.Shape shape = api.shape(shapeName);
        return switch (shape.type()) {
            case "STRUCTURE", "UNION", "ENUM" -> className(shape) + ".SCHEMA";
            case "LIST", "MAP" -> collection(shape);
            default -> simple(shape);
        };
    }

    private String collection(Api.Shape shape) {
        String parts = shape.members().stream().map(this::member).collect(Collectors.joining(", "));
        String kind = java.schema(shape.type().equals("LIST") ? "ListSchema" : "MapSchema");
        StringBuilder out = new StringBuilder();
        out.append(kind)
                .append(".of(")
                .append(literal(shape.name()))
                .append(", ")
                .append(parts)
                .append(')');
        if (!shape.demands().isNone()) {
            out.append(".constrained(").append(demands(shape.demands())).append(')');
        }
        return sensitive(shape, out);
    }

    /** The expression for a string, number, blob, boolean or timestamp. */
    String simple(Api.Shape shape) {
        String schema = java.schema("SimpleSchema");
        if (shape.demands().isNone() && !shape.sensitive() && shape.timestampFormat() == null) {
            return schema + "." + shape.type();
        }
        StringBuilder out = new StringBuilder(schema)
                .append(".of(")
                .append(literal(shape.name()))
                .append(", ")
                .append(java.schema("ShapeType"))
                .append('.')
                .append(shape.type());
        if (!shape.demands().isNone()) {
            out.append(", ").append(demands(shape.demands()));
        }
        out.append(')');
        if (shape.timestampFormat() != null) {
            out.append(".withTimestampFormat(")
                    .append(timestampFormat(shape.timestampFormat()))
                    .append(')');
        }
        return sensitive(shape, out);
    }

    private static String sensitive(Api.Shape shape, StringBuilder expression) {
        return shape.sensitive() ? expression.append(".asSensitive()").toString() : expression.toString();
    }

    private String demands(Api.Demands demands) {
        StringBuilder out = new StringBuilder(java.schema("Constraints")).append(".NONE");
        if (demands.minLength() != null || demands.maxLength() != null) {
            out.append(".length(")
                    .append(longOrNull(demands.minLength()))
                    .append(", ")
                    .append(longOrNull(demands.maxLength()))
                    .append(')');
        }
        if (demands.min() != null || demands.max() != null) {
            out.append(".range(")
                    .append(decimalOrNull(demands.min()))
                    .append(", ")
                    .append(decimalOrNull(demands.max()))
                    .append(')');
        }
        if (demands.pattern() != null) {
            out.append(".wholePattern(").append(literal(demands.pattern())).append(')');
        }
        if (!demands.enumValues().isEmpty()) {
            out.append(".enumValues(").append(literals(demands.enumValues())).append(')');
        }
        return out.toString();
    }

    private static String longOrNull(@Nullable String value) {
        return value == null ? "null" : Long.parseLong(value) + "L";
    }

    private String decimalOrNull(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        String decimal = java.type("java.math.BigDecimal");
        BigDecimal number = new BigDecimal(value);
        return number.scale() == 0
                ? decimal + ".valueOf(" + number.longValueExact() + "L)"
                : "new " + decimal + "(" + literal(value) + ")";
    }

    static String literals(List<String> values) {
        return values.stream().map(JavaSource::literal).collect(Collectors.joining(", "));
    }

    /** The expression for the builder of a member. */
    String member(Api.Member member) {
        StringBuilder out = new StringBuilder(java.schema("Member"))
                .append(".of(")
                .append(literal(member.name()))
                .append(", ")
                .append(schema(member.shape()))
                .append(')');
        flag(out, member.required(), "required");
        if (member.location() != null) {
            out.append(".in(")
                    .append(java.schema("Location"))
                    .append('.')
                    .append(member.location())
                    .append(", ")
                    .append(literal(String.valueOf(member.locationName())))
                    .append(')');
        }
        text(out, "jsonName", member.jsonName());
        text(out, "xmlName", member.xmlName());
        flag(out, member.xmlAttribute(), "xmlAttribute");
        flag(out, member.flattened(), "flattened");
        if (member.xmlNamespace() != null) {
            out.append(".xmlNamespace(")
                    .append(namespace(member.xmlNamespace()))
                    .append(')');
        }
        if (member.timestampFormat() != null) {
            out.append(".timestampFormat(")
                    .append(timestampFormat(member.timestampFormat()))
                    .append(')');
        }
        flag(out, member.idempotencyToken(), "idempotencyToken");
        flag(out, member.hostLabel(), "hostLabel");
        flag(out, member.streaming(), "streaming");
        flag(out, member.eventPayload(), "eventPayload");
        flag(out, member.eventHeader(), "eventHeader");
        if (member.redaction() != null) {
            out.append(".redaction(")
                    .append(java.schema("Redaction"))
                    .append('.')
                    .append(member.redaction())
                    .append(')');
        }
        text(out, "auditName", member.auditName());
        return out.toString();
    }

    /** The arguments that state a namespace. */
    static String namespace(Api.Namespace namespace) {
        String prefix = namespace.prefix();
        return literal(namespace.uri()) + ", " + (prefix == null ? "null" : literal(prefix));
    }

    private String timestampFormat(String format) {
        return java.schema("TimestampFormat") + "." + format;
    }

    private static void flag(StringBuilder out, boolean set, String method) {
        if (set) {
            out.append('.').append(method).append("()");
        }
    }

    private static void text(StringBuilder out, String method, @Nullable String value) {
        if (value != null) {
            out.append('.').append(method).append('(').append(literal(value)).append(')');
        }
    }

    private static ModelException unknown(Api.Shape shape) {
        return new ModelException(shape.name() + ", type: " + shape.type() + " (expected: a type of the models)");
    }
}

package io.vaportrail.core.protocol.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import io.vaportrail.core.protocol.Timestamps;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.TimestampFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one JSON body. Absent members are left out; NaN and the infinities are written as text. */
final class JsonSerializer {
    private static final int USUAL_SIZE = 512;

    private final JsonGenerator generator;
    private final boolean restNames;

    private JsonSerializer(JsonGenerator generator, boolean restNames) {
        this.generator = generator;
        this.restNames = restNames;
    }

    /** Writes into an open generator. */
    @FunctionalInterface
    private interface Writing {
        void write(JsonSerializer writer) throws IOException;
    }

    /** A structure. */
    static byte[] writeStruct(Struct struct, boolean restNames) {
        return write(restNames, writer -> writer.struct(struct, struct.schema().members()));
    }

    /** Those members of a structure that a REST protocol carries in the body. */
    static byte[] writeBodyMembers(Struct struct) {
        return write(true, writer -> writer.struct(struct, struct.schema().responseBodyMembers()));
    }

    /** The value of one member. */
    static byte[] writeValue(Member member, Object value) {
        return write(true, writer -> writer.value(member, value));
    }

    /**
     * An error.
     *
     * @param type the value of {@code __type}, or {@code null} to leave it out
     * @param struct the error's members, or {@code null} when the model does not know it
     * @param message what stands beside the members, or {@code null}
     */
    static byte[] writeError(
            @Nullable String type, @Nullable Struct struct, @Nullable String message, boolean restNames) {
        return write(restNames, writer -> {
            writer.generator.writeStartObject();
            if (type != null) {
                writer.generator.writeStringField("__type", type);
            }
            if (struct != null) {
                StructSchema<?> schema = struct.schema();
                writer.members(struct, restNames ? schema.responseBodyMembers() : schema.members());
            }
            if (message != null) {
                writer.generator.writeStringField("message", message);
            }
            writer.generator.writeEndObject();
        });
    }

    private static byte[] write(boolean restNames, Writing writing) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(USUAL_SIZE)) {
            try (JsonGenerator generator = JsonFormat.FACTORY.createGenerator(bytes)) {
                writing.write(new JsonSerializer(generator, restNames));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void struct(Struct struct, List<Member> members) throws IOException {
        generator.writeStartObject();
        members(struct, members);
        generator.writeEndObject();
    }

    private void members(Struct struct, List<Member> members) throws IOException {
        SerializedString[] names = JsonNames.of(struct.schema(), restNames);
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Object value = struct.get(member.index());
            if (value == null) {
                value = member.defaultValue();
            }
            if (value != null) {
                generator.writeFieldName(names[member.index()]);
                value(member, value);
            }
        }
    }

    private void value(Member member, Object value) throws IOException {
        switch (member.target().type()) {
            case STRING, ENUM -> generator.writeString((String) value);
            case BOOLEAN -> generator.writeBoolean((Boolean) value);
            case BYTE, SHORT, INTEGER, INT_ENUM -> generator.writeNumber(((Number) value).intValue());
            case LONG -> generator.writeNumber((Long) value);
            case FLOAT -> generator.writeNumber((Float) value);
            case DOUBLE -> generator.writeNumber((Double) value);
            case BIG_INTEGER -> generator.writeNumber((BigInteger) value);
            case BIG_DECIMAL -> generator.writeNumber((BigDecimal) value);
            case BLOB -> blob((Blob) value);
            case TIMESTAMP -> timestamp(member, (Instant) value);
            case DOCUMENT -> untyped(((Document) value).value());
            case LIST -> list((ListSchema) member.target(), (List<?>) value);
            case MAP -> map((MapSchema) member.target(), (Map<?, ?>) value);
            case STRUCTURE, UNION ->
                struct((Struct) value, ((Struct) value).schema().members());
        }
    }

    private void blob(Blob blob) throws IOException {
        generator.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, blob.unsafeBytes(), 0, blob.size());
    }

    private void timestamp(Member member, Instant instant) throws IOException {
        TimestampFormat format = member.timestampFormat();
        if (format == null || format == TimestampFormat.EPOCH_SECONDS) {
            generator.writeNumber(Timestamps.format(instant, TimestampFormat.EPOCH_SECONDS));
        } else {
            generator.writeString(Timestamps.format(instant, format));
        }
    }

    private void list(ListSchema schema, List<?> elements) throws IOException {
        generator.writeStartArray();
        for (int i = 0; i < elements.size(); i++) {
            nullable(schema.element(), elements.get(i));
        }
        generator.writeEndArray();
    }

    private void map(MapSchema schema, Map<?, ?> entries) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            generator.writeFieldName((String) entry.getKey());
            nullable(schema.value(), entry.getValue());
        }
        generator.writeEndObject();
    }

    private void nullable(Member member, @Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else {
            value(member, value);
        }
    }

    private void untyped(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName((String) entry.getKey());
                untyped(entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                untyped(element);
            }
            generator.writeEndArray();
        } else {
            untypedSimple(value);
        }
    }

    private void untypedSimple(@Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof Double || value instanceof Float) {
            generator.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof BigInteger integer) {
            generator.writeNumber(integer);
        } else if (value instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else {
            throw new IllegalArgumentException("document: " + value.getClass() + " (expected: a JSON value)");
        }
    }
}

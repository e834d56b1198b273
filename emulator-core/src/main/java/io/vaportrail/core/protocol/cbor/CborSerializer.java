package io.vaportrail.core.protocol.cbor;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one CBOR body. Absent members are left out; timestamps are doubles to the millisecond. */
final class CborSerializer {
    private static final int LONG_BITS = 64;

    private final CborWriter writer = new CborWriter();

    private CborSerializer() {}

    /** A structure. */
    static byte[] writeStruct(Struct struct) {
        CborSerializer serializer = new CborSerializer();
        serializer.struct(struct);
        return serializer.writer.toByteArray();
    }

    /**
     * An error.
     *
     * @param struct the error's members, or {@code null} when the model does not know it
     * @param message what stands beside the members, or {@code null}
     */
    static byte[] writeError(String type, @Nullable Struct struct, @Nullable String message) {
        CborSerializer serializer = new CborSerializer();
        CborWriter writer = serializer.writer;
        writer.head(Cbor.MAP, 1 + (struct == null ? 0 : count(struct)) + (message == null ? 0 : 1));
        writer.text("__type");
        writer.text(type);
        if (struct != null) {
            serializer.members(struct);
        }
        if (message != null) {
            writer.text("message");
            writer.text(message);
        }
        return writer.toByteArray();
    }

    private void struct(Struct struct) {
        writer.head(Cbor.MAP, count(struct));
        members(struct);
    }

    private void members(Struct struct) {
        List<Member> members = struct.schema().members();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Object value = valueOf(struct, member);
            if (value != null) {
                writer.text(member.name());
                value(member, value);
            }
        }
    }

    private static int count(Struct struct) {
        List<Member> members = struct.schema().members();
        int count = 0;
        for (int i = 0; i < members.size(); i++) {
            count += valueOf(struct, members.get(i)) == null ? 0 : 1;
        }
        return count;
    }

    private static @Nullable Object valueOf(Struct struct, Member member) {
        Object value = struct.get(member.index());
        return value == null ? member.defaultValue() : value;
    }

    private void value(Member member, Object value) {
        switch (member.target().type()) {
            case STRING, ENUM -> writer.text((String) value);
            case BOOLEAN -> writer.simple((Boolean) value ? Cbor.TRUE : Cbor.FALSE);
            case BYTE, SHORT, INTEGER, INT_ENUM, LONG -> writer.integer(((Number) value).longValue());
            case FLOAT -> writer.single((Float) value);
            case DOUBLE -> writer.number((Double) value);
            case BIG_INTEGER -> bigInteger((BigInteger) value);
            case BIG_DECIMAL -> bigDecimal((BigDecimal) value);
            case BLOB -> writer.string(Cbor.BYTES, ((Blob) value).unsafeBytes());
            case TIMESTAMP -> timestamp((Instant) value);
            case LIST -> list((ListSchema) member.target(), (List<?>) value);
            case MAP -> map((MapSchema) member.target(), (Map<?, ?>) value);
            case STRUCTURE, UNION -> struct((Struct) value);
            case DOCUMENT -> throw new IllegalArgumentException("document: " + member + " (expected: none in CBOR)");
        }
    }

    private void timestamp(Instant instant) {
        writer.head(Cbor.TAG, Cbor.TAG_EPOCH);
        writer.number(instant.toEpochMilli() / 1_000.0);
    }

    private void bigInteger(BigInteger value) {
        BigInteger argument = value.signum() < 0 ? value.not() : value;
        int major = value.signum() < 0 ? Cbor.NEGATIVE : Cbor.UNSIGNED;
        if (argument.bitLength() <= LONG_BITS) {
            writer.head(major, argument.longValue());
        } else {
            writer.head(Cbor.TAG, Cbor.TAG_POSITIVE_BIGNUM + major);
            writer.string(Cbor.BYTES, argument.toByteArray());
        }
    }

    private void bigDecimal(BigDecimal value) {
        writer.head(Cbor.TAG, Cbor.TAG_DECIMAL);
        writer.head(Cbor.ARRAY, 2);
        writer.integer(-(long) value.scale());
        bigInteger(value.unscaledValue());
    }

    private void list(ListSchema schema, List<?> elements) {
        writer.head(Cbor.ARRAY, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            nullable(schema.element(), elements.get(i));
        }
    }

    private void map(MapSchema schema, Map<?, ?> entries) {
        writer.head(Cbor.MAP, entries.size());
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            writer.text((String) entry.getKey());
            nullable(schema.value(), entry.getValue());
        }
    }

    private void nullable(Member member, @Nullable Object value) {
        if (value == null) {
            writer.simple(Cbor.NULL);
        } else {
            value(member, value);
        }
    }
}

package io.vaportrail.conformance.secrecy;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.Location;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Redaction;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ShapeType;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Structures with a mark in every member that records do not show, whatever else such a member is meant to hold. */
final class MarkedStructs {
    /** The mark, of letters alone so that no encoding but Base64 changes it. */
    static final String MARK = "MARKEDSECRET";

    private static final int DEPTH = 4;

    private final boolean marksOnly;
    private int marks;

    /**
     * Makes structures.
     *
     * @param marksOnly whether members that lead to no mark are left out, required or not
     */
    MarkedStructs(boolean marksOnly) {
        this.marksOnly = marksOnly;
    }

    /** How many marks were placed so far. */
    int marks() {
        return marks;
    }

    /** A structure of the schema. */
    Struct of(StructSchema<?> schema) {
        return struct(schema, false, DEPTH);
    }

    private Struct struct(StructSchema<?> schema, boolean secret, int depth) {
        StructBuilder<?> builder = schema.newBuilder();
        for (Member member : schema.members()) {
            int before = marks;
            Object value = value(member, secret, depth);
            boolean wanted = !marksOnly || marks > before || member.location() == Location.LABEL;
            if (value != null && wanted) {
                builder.set(member.index(), value);
                if (schema.type() == ShapeType.UNION) {
                    break;
                }
            }
        }
        return builder.build();
    }

    private @Nullable Object value(Member member, boolean outerSecret, int depth) {
        Schema target = member.target();
        // what is sensitive in the model but recorded by AWS says so in its overlay, and has no secret here
        boolean secret = outerSecret
                || member.redaction() != Redaction.NONE
                || member.streaming()
                || target.type() == ShapeType.BLOB;
        if (target instanceof StructSchema<?> struct) {
            return depth == 0 ? null : struct(struct, secret, depth - 1);
        } else if (target instanceof ListSchema list) {
            Object element = value(list.element(), secret, depth);
            return element == null ? null : List.of(element);
        } else if (target instanceof MapSchema map) {
            boolean secretKey = secret || map.key().redaction() != Redaction.NONE;
            Object element = value(map.value(), secret, depth);
            return element == null ? null : Map.of(secretKey ? mark() : "key", element);
        }
        return member.redaction() == Redaction.HIDE_URL_PASSWORD
                ? "https://user:" + mark() + "@localhost/"
                : simple(target.type(), secret);
    }

    private Object simple(ShapeType type, boolean secret) {
        return switch (type) {
            case BLOB -> Blob.ofUtf8(mark());
            case BOOLEAN -> true;
            case BYTE -> (byte) 1;
            case SHORT -> (short) 1;
            case INTEGER, INT_ENUM -> 1;
            case LONG -> 1L;
            case FLOAT -> 1f;
            case DOUBLE -> 1d;
            case BIG_INTEGER -> BigInteger.ONE;
            case BIG_DECIMAL -> BigDecimal.ONE;
            case TIMESTAMP -> Instant.EPOCH;
            case DOCUMENT -> new Document(secret ? mark() : "text");
            default -> secret ? mark() : "text";
        };
    }

    private String mark() {
        marks++;
        return MARK;
    }
}

package io.vaportrail.model;

import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Document;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.StructSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A value for any shape. */
final class Samples {
    private Samples() {}

    static Object of(Schema schema) {
        return switch (schema.type()) {
            case STRING, ENUM -> "sample";
            case BLOB -> Blob.ofUtf8("sample");
            case BOOLEAN -> Boolean.TRUE;
            case BYTE -> (byte) 7;
            case SHORT -> (short) 7;
            case INTEGER, INT_ENUM -> 7;
            case LONG -> 7L;
            case FLOAT -> 7f;
            case DOUBLE -> 7d;
            case BIG_INTEGER -> BigInteger.TEN;
            case BIG_DECIMAL -> BigDecimal.TEN;
            case TIMESTAMP -> Instant.EPOCH;
            case DOCUMENT -> new Document("sample");
            case LIST -> List.of(of(((ListSchema) schema).element().target()));
            case MAP -> Map.of("key", of(((MapSchema) schema).value().target()));
            case STRUCTURE, UNION -> ((StructSchema<?>) schema).newBuilder().build();
        };
    }
}

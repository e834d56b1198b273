package io.vaportrail.schema;

/** The kinds of shape of the Smithy data model, with the Java type that carries each in a {@link Struct}. */
public enum ShapeType {
    /** {@link Blob}. */
    BLOB,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link String}. */
    STRING,
    /** {@link String}: the wire value, also when the model does not list it. */
    ENUM,
    /** {@link Integer}, also when the model does not list it. */
    INT_ENUM,
    /** {@link Byte}. */
    BYTE,
    /** {@link Short}. */
    SHORT,
    /** {@link Integer}. */
    INTEGER,
    /** {@link Long}. */
    LONG,
    /** {@link Float}. */
    FLOAT,
    /** {@link Double}. */
    DOUBLE,
    /** {@link java.math.BigInteger}. */
    BIG_INTEGER,
    /** {@link java.math.BigDecimal}. */
    BIG_DECIMAL,
    /** {@link java.time.Instant}. */
    TIMESTAMP,
    /** {@link Document}. */
    DOCUMENT,
    /** Unmodifiable {@link java.util.List}; holds {@code null} elements only when sparse. */
    LIST,
    /** Unmodifiable {@link java.util.Map} with string keys in wire order; holds {@code null} values only when sparse. */
    MAP,
    /** {@link Struct}. */
    STRUCTURE,
    /** {@link Struct} with exactly one member set. */
    UNION;

    /** Whether values of this type are structures or unions. */
    public boolean isStruct() {
        return this == STRUCTURE || this == UNION;
    }

    /** Whether values of this type are carried as {@link String}. */
    public boolean isString() {
        return this == STRING || this == ENUM;
    }
}

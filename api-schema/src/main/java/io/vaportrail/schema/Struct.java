package io.vaportrail.schema;

import org.jspecify.annotations.Nullable;

/** A value of a structure or union, read by member index so that generic code needs no reflection. */
public interface Struct {
    /** What the value is made of. */
    StructSchema<?> schema();

    /**
     * The value of a member in the Java type of {@link ShapeType}, or {@code null} when it is absent.
     *
     * @param memberIndex {@link Member#index()}
     */
    @Nullable Object get(int memberIndex);
}

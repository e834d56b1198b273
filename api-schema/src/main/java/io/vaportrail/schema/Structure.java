package io.vaportrail.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Base of the generated structures: the members' values in an array that nobody else holds. */
public abstract class Structure implements Struct {
    private final @Nullable Object[] values;

    /** Takes the values of the builder, which gives them up. */
    protected Structure(StructBuilder<?> builder) {
        this.values = builder.takeValues();
    }

    @Override
    public final @Nullable Object get(int memberIndex) {
        return values[memberIndex];
    }

    /** The value of a member that validation has shown to be there; the caller knows its type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    protected final <V> V required(int memberIndex) {
        return (V) values[memberIndex];
    }

    /** The value of a member that may be absent; the caller knows its type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected final <V> @Nullable V optional(int memberIndex) {
        return (V) values[memberIndex];
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Structure that && schema() == that.schema() && Arrays.equals(values, that.values);
    }

    @Override
    public final int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public final String toString() {
        return Structs.describe(this);
    }
}

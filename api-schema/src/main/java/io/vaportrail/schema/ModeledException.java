package io.vaportrail.schema;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Base of the generated exceptions: an error structure of the model that can be thrown. */
public abstract class ModeledException extends ServiceException implements Struct {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object[] values;

    /** Takes the values of the builder, which gives them up. */
    protected ModeledException(StructSchema<?> schema, StructBuilder<?> builder) {
        super(messageIn(schema, builder));
        this.values = builder.takeValues();
    }

    @Override
    public final @Nullable Object get(int memberIndex) {
        return values[memberIndex];
    }

    @Override
    public final ErrorTrait error() {
        return Objects.requireNonNull(schema().error(), "error trait of a generated exception");
    }

    @Override
    public final String auditCode() {
        return schema().name();
    }

    /** The value of a member that may be absent; the caller knows its type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected final <V> @Nullable V optional(int memberIndex) {
        return (V) values[memberIndex];
    }

    private static @Nullable String messageIn(StructSchema<?> schema, StructBuilder<?> builder) {
        for (Member member : schema.members()) {
            if (member.name().toLowerCase(Locale.ROOT).equals("message")
                    && member.target().type().isString()) {
                return (String) builder.get(member.index());
            }
        }
        return null;
    }
}

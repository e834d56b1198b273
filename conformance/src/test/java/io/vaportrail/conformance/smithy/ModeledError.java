package io.vaportrail.conformance.smithy;

import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ErrorTrait;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructSchema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An error structure of the suite, thrown. */
final class ModeledError extends ServiceException implements Struct {
    private static final long serialVersionUID = 1L;

    private final transient DynamicStruct members;

    ModeledError(DynamicStruct members) {
        super(null);
        this.members = members;
    }

    @Override
    public ErrorTrait error() {
        return Objects.requireNonNull(members.schema().error(), "error trait");
    }

    @Override
    public StructSchema<?> schema() {
        return members.schema();
    }

    @Override
    public @Nullable Object get(int memberIndex) {
        return members.get(memberIndex);
    }
}

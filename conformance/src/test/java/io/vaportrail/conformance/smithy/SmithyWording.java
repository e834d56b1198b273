package io.vaportrail.conformance.smithy;

import io.vaportrail.core.validation.Violation;
import io.vaportrail.core.validation.Violation.Kind;
import io.vaportrail.core.validation.Violation.Path;
import io.vaportrail.core.validation.Violation.StepType;
import io.vaportrail.core.validation.ViolationWording;
import io.vaportrail.schema.Blob;
import io.vaportrail.schema.Constraints;
import io.vaportrail.schema.DynamicStruct;
import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import io.vaportrail.schema.WireProtocol;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.shapes.ShapeId;

/** Words violations as {@code smithy.framework#ValidationException}, which the suite expects. */
final class SmithyWording implements ViolationWording {
    private final StructSchema<DynamicStruct> schema;

    SmithyWording(SmithySchemas schemas) {
        this.schema = schemas.struct(ShapeId.from("smithy.framework#ValidationException"));
    }

    @Override
    public ServiceException word(
            OperationSchema<?, ?> operation, List<Violation> violations, @Nullable WireProtocol protocol) {
        String summary = violations.size()
                + (violations.size() == 1 ? " validation error detected. " : " validation errors detected. ")
                + violations.stream().map(SmithyWording::describe).collect(Collectors.joining("; "));
        return new ModeledError(build(
                schema,
                Map.of(
                        "message",
                        summary,
                        "fieldList",
                        violations.stream().map(this::field).toList())));
    }

    private DynamicStruct field(Violation violation) {
        ListSchema list = (ListSchema)
                Objects.requireNonNull(schema.memberNamed("fieldList")).target();
        @SuppressWarnings("unchecked")
        StructSchema<DynamicStruct> field =
                (StructSchema<DynamicStruct>) list.element().target();
        return build(field, Map.of("message", describe(violation), "path", path(violation.path())));
    }

    private static DynamicStruct build(StructSchema<DynamicStruct> schema, Map<String, Object> values) {
        StructBuilder<DynamicStruct> into = schema.newBuilder();
        values.forEach((name, value) ->
                into.set(Objects.requireNonNull(schema.memberNamed(name)).index(), value));
        return into.build();
    }

    private static String describe(Violation violation) {
        Constraints demanded = violation.target().constraints();
        String subject = violation.kind() == Kind.LENGTH ? "Value with length " + length(violation) : "Value";
        return subject + " at '" + path(violation.path()) + "' failed to satisfy constraint: Member must "
                + switch (violation.kind()) {
                    case REQUIRED, NULL_ELEMENT -> "not be null";
                    case LENGTH -> "have length " + bounds(demanded.minLength(), demanded.maxLength());
                    case RANGE -> "be " + bounds(demanded.min(), demanded.max());
                    case PATTERN -> "satisfy regular expression pattern: " + demanded.pattern();
                    case ENUM -> "satisfy enum value set: " + demanded.enumValues();
                    case UNIQUE_ITEMS -> "have unique values";
                    case UNION -> "have exactly one value set";
                };
    }

    private static String bounds(@Nullable Object min, @Nullable Object max) {
        if (min != null && max != null) {
            return "between " + min + " and " + max + ", inclusive";
        }
        return min != null ? "greater than or equal to " + min : "less than or equal to " + max;
    }

    private static long length(Violation violation) {
        Object value = Objects.requireNonNull(violation.value());
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        } else if (value instanceof Blob blob) {
            return blob.size();
        }
        return value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
    }

    /** As a JSON pointer; a key is blamed on its map. */
    private static String path(@Nullable Path path) {
        if (path == null) {
            return "";
        }
        return path(path.parent()) + (path.type() == StepType.MAP_KEY ? "" : "/" + path.step());
    }
}

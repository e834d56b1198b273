package io.vaportrail.schema;

import java.util.function.Consumer;

/** A structure whose schema was built at run time. */
public final class DynamicStruct extends Structure {
    private final StructSchema<DynamicStruct> schema;

    private DynamicStruct(StructSchema<DynamicStruct> schema, StructBuilder<?> builder) {
        super(builder);
        this.schema = schema;
    }

    /**
     * A schema whose values are dynamic structures.
     *
     * @param define states the members when they are first looked at
     */
    public static StructSchema<DynamicStruct> schema(
            String name, ShapeType type, Consumer<StructSchema.Definition> define) {
        return new DynamicSchema(name, type, define);
    }

    @Override
    public StructSchema<DynamicStruct> schema() {
        return schema;
    }

    private static final class DynamicSchema extends StructSchema<DynamicStruct> {
        private final Consumer<Definition> definer;

        DynamicSchema(String name, ShapeType type, Consumer<Definition> definer) {
            super(name, type);
            this.definer = definer;
        }

        @Override
        protected void define(Definition into) {
            definer.accept(into);
        }

        @Override
        public StructBuilder<DynamicStruct> newBuilder() {
            return new DynamicBuilder(this);
        }
    }

    private static final class DynamicBuilder extends StructBuilder<DynamicStruct> {
        private final DynamicSchema schema;

        DynamicBuilder(DynamicSchema schema) {
            super(schema.members().size());
            this.schema = schema;
        }

        @Override
        public DynamicStruct build() {
            return new DynamicStruct(schema, this);
        }
    }
}

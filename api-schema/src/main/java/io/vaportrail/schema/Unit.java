package io.vaportrail.schema;

/** The input or output of an operation that has none. */
public final class Unit extends Structure {
    /** A structure without members. */
    public static final StructSchema<Unit> SCHEMA = new UnitSchema();

    /** The only value. */
    public static final Unit INSTANCE = new Unit(new UnitBuilder());

    private Unit(StructBuilder<?> builder) {
        super(builder);
    }

    @Override
    public StructSchema<Unit> schema() {
        return SCHEMA;
    }

    private static final class UnitSchema extends StructSchema<Unit> {
        UnitSchema() {
            super("Unit", ShapeType.STRUCTURE);
        }

        @Override
        protected void define(Definition into) {
            // nothing to state: there are no members
        }

        @Override
        public StructBuilder<Unit> newBuilder() {
            return new UnitBuilder();
        }
    }

    private static final class UnitBuilder extends StructBuilder<Unit> {
        UnitBuilder() {
            super(0);
        }

        @Override
        public Unit build() {
            return INSTANCE;
        }
    }
}

package io.vaportrail.schema;

/** A shape of a model. */
public abstract sealed class Schema permits SimpleSchema, ListSchema, MapSchema, StructSchema {
    private final String name;
    private final ShapeType type;

    Schema(String name, ShapeType type) {
        this.name = name;
        this.type = type;
    }

    /** The shape's name in the model, for example {@code SendMessageRequest}. */
    public final String name() {
        return name;
    }

    /** What kind of shape this is. */
    public final ShapeType type() {
        return type;
    }

    /** What values must satisfy; {@link Constraints#NONE} for structures. */
    public Constraints constraints() {
        return Constraints.NONE;
    }

    /** Whether values must not be logged. */
    public boolean sensitive() {
        return false;
    }

    @Override
    public final String toString() {
        return name;
    }
}

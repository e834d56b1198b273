package io.vaportrail.schema;

/** A map shape; keys are strings. */
public final class MapSchema extends Schema {
    private final Member key;
    private final Member value;
    private final Constraints constraints;
    private final boolean sparse;
    private final boolean sensitive;

    private MapSchema(
            String name, Member key, Member value, Constraints constraints, boolean sparse, boolean sensitive) {
        super(name, ShapeType.MAP);
        this.key = key;
        this.value = value;
        this.constraints = constraints;
        this.sparse = sparse;
        this.sensitive = sensitive;
    }

    /** A map of these keys and values, named {@code key} and {@code value} unless XML names say otherwise. */
    public static MapSchema of(String name, Member.Builder key, Member.Builder value) {
        return new MapSchema(name, key.build(0), value.build(1), Constraints.NONE, false, false);
    }

    /** The same map with demands. */
    public MapSchema constrained(Constraints demands) {
        return new MapSchema(name(), key, value, demands, sparse, sensitive);
    }

    /** The same map, holding {@code null} values. */
    public MapSchema asSparse() {
        return new MapSchema(name(), key, value, constraints, true, sensitive);
    }

    /** The same map, marked sensitive. */
    public MapSchema asSensitive() {
        return new MapSchema(name(), key, value, constraints, sparse, true);
    }

    /** The keys. */
    public Member key() {
        return key;
    }

    /** The values. */
    public Member value() {
        return value;
    }

    /** Whether values may be {@code null}. */
    public boolean sparse() {
        return sparse;
    }

    @Override
    public Constraints constraints() {
        return constraints;
    }

    @Override
    public boolean sensitive() {
        return sensitive;
    }
}

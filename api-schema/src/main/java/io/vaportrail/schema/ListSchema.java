package io.vaportrail.schema;

/** A list shape. */
public final class ListSchema extends Schema {
    private final Member element;
    private final Constraints constraints;
    private final boolean sparse;
    private final boolean sensitive;

    private ListSchema(String name, Member element, Constraints constraints, boolean sparse, boolean sensitive) {
        super(name, ShapeType.LIST);
        this.element = element;
        this.constraints = constraints;
        this.sparse = sparse;
        this.sensitive = sensitive;
    }

    /** A list of this element, which is named {@code member} unless an XML name says otherwise. */
    public static ListSchema of(String name, Member.Builder element) {
        return new ListSchema(name, element.build(0), Constraints.NONE, false, false);
    }

    /** The same list with demands. */
    public ListSchema constrained(Constraints demands) {
        return new ListSchema(name(), element, demands, sparse, sensitive);
    }

    /** The same list, holding {@code null} elements. */
    public ListSchema asSparse() {
        return new ListSchema(name(), element, constraints, true, sensitive);
    }

    /** The same list, marked sensitive. */
    public ListSchema asSensitive() {
        return new ListSchema(name(), element, constraints, sparse, true);
    }

    /** What the list holds. */
    public Member element() {
        return element;
    }

    /** Whether elements may be {@code null}. */
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

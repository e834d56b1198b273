package io.vaportrail.codegen;

import static io.vaportrail.codegen.JavaSource.literal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the class of a structure, union or error: accessors, builder and schema. */
final class StructureSource {
    private final Api api;
    private final Api.Shape shape;
    private final JavaSource java;
    private final SchemaExpressions expressions;
    private final String className;
    private final boolean exception;

    private StructureSource(Api api, Api.Shape shape) {
        this.api = api;
        this.shape = shape;
        this.java = new JavaSource(api.metadata().packageName());
        this.expressions = new SchemaExpressions(api, java);
        this.className = expressions.className(shape);
        this.exception = shape.error() != null;
    }

    /** The file of a shape that is a structure. */
    static String of(Api api, Api.Shape shape) {
        return new StructureSource(api, shape).write();
    }

    private String write() {
        checkNames();
        String base = java.schema(exception ? "ModeledException" : "Structure");
        String structSchema = java.schema("StructSchema") + "<" + className + ">";
        java.line("/** " + kind() + " {@code " + shape.name() + "} of the model. */");
        java.open("public final class " + className + " extends " + base);
        java.line("/** What it is made of. */");
        java.line("public static final " + structSchema + " SCHEMA = new Shape();")
                .blank();
        if (exception) {
            java.line("private static final long serialVersionUID = 1L;").blank();
        }
        writeIndexes();
        java.open("private " + className + "(Builder builder)");
        java.line(exception ? "super(SCHEMA, builder);" : "super(builder);")
                .close()
                .blank();
        if (exception) {
            writeOf();
        }
        java.line("/** A builder without values. */").open("public static Builder builder()");
        java.line("return new Builder();").close().blank();
        java.line("@Override")
                .open("public " + structSchema + " schema()")
                .line("return SCHEMA;")
                .close();
        shape.members().forEach(this::writeAccessor);
        writeBuilder();
        writeShape();
        java.close();
        return java.text();
    }

    private String kind() {
        return exception ? "Error" : shape.type().equals("UNION") ? "Union" : "Structure";
    }

    private void checkNames() {
        Set<String> methods = new HashSet<>();
        for (Api.Member member : shape.members()) {
            if (!methods.add(Names.method(member.name()))) {
                throw new ModelException(shape.name() + ", member: " + member.name()
                        + " (expected: a name that differs from the others in Java)");
            }
        }
    }

    private void writeIndexes() {
        List<Api.Member> members = shape.members();
        for (int i = 0; i < members.size(); i++) {
            java.line("private static final int " + index(members.get(i)) + " = " + i + ";");
        }
        if (!members.isEmpty()) {
            java.blank();
        }
    }

    /** The constant of a member's index; where it would hide a class of the service it is called otherwise. */
    private String index(Api.Member member) {
        String constant = Names.constant(member.name());
        return constant.equals("SCHEMA") || api.shapes().containsKey(constant) ? constant + "_INDEX" : constant;
    }

    private void writeOf() {
        Api.Member message = shape.members().stream()
                .filter(member -> member.name().equalsIgnoreCase("message"))
                .findFirst()
                .orElseThrow();
        java.line("/** The error with the text that the caller reads. */");
        java.open("public static " + className + " of(String message)");
        java.line("return builder()." + Names.method(message.name()) + "(message).build();")
                .close()
                .blank();
    }

    private void writeAccessor(Api.Member member) {
        boolean present = member.required() && !exception && !shape.type().equals("UNION");
        java.blank();
        java.line("/** {@code " + member.name() + "}" + (present ? "." : ", or {@code null}.") + " */");
        String type = expressions.valueType(member.shape());
        java.open("public " + (present ? primitive(type) : nullable(type)) + " " + Names.method(member.name()) + "()");
        java.line("return " + (present ? "required" : "optional") + "(" + index(member) + ");")
                .close();
    }

    private String nullable(String type) {
        return "@" + java.type("org.jspecify.annotations.Nullable") + " " + type;
    }

    private static String primitive(String boxed) {
        return switch (boxed) {
            case "Boolean" -> "boolean";
            case "Integer" -> "int";
            case "Long" -> "long";
            case "Float" -> "float";
            case "Double" -> "double";
            default -> boxed;
        };
    }

    private void writeBuilder() {
        java.blank().line("/** Collects the members. */");
        String base = java.schema("StructBuilder");
        java.open("public static final class Builder extends " + base + "<" + className + ">");
        java.open("private Builder()")
                .line("super(" + shape.members().size() + ");")
                .close();
        for (Api.Member member : shape.members()) {
            String type = expressions.valueType(member.shape());
            boolean copied = type.startsWith("List<") || type.startsWith("Map<");
            java.blank().line("/** Sets {@code " + member.name() + "}. */");
            java.open("public Builder " + Names.method(member.name()) + "("
                    + (member.required() ? primitive(type) : nullable(type)) + " value)");
            java.line("set(" + index(member) + ", " + (copied ? "frozen(value)" : "value") + ");");
            java.line("return this;").close();
        }
        java.blank().line("@Override").open("public " + className + " build()");
        java.line("return new " + className + "(this);").close();
        java.close();
    }

    private void writeShape() {
        java.blank();
        java.open("private static final class Shape extends " + java.schema("StructSchema") + "<" + className + ">");
        java.open("private Shape()");
        java.line("super(" + literal(shape.name()) + ", " + java.schema("ShapeType") + "." + shape.type() + ");");
        java.close().blank();
        java.line("@Override").open("protected void define(Definition into)");
        for (Api.Member member : shape.members()) {
            java.line("into.member(" + expressions.member(member) + ");");
        }
        if (shape.error() != null) {
            java.line("into.error(" + error(shape.error()) + ");");
        }
        if (shape.xmlRootName() != null) {
            java.line("into.xmlRootName(" + literal(shape.xmlRootName()) + ");");
        }
        if (shape.xmlNamespace() != null) {
            java.line("into.xmlNamespace(" + SchemaExpressions.namespace(shape.xmlNamespace()) + ");");
        }
        if (shape.sensitive()) {
            java.line("into.sensitive();");
        }
        java.close().blank();
        java.line("@Override")
                .open("public Builder newBuilder()")
                .line("return new Builder();")
                .close();
        java.close();
    }

    private String error(Api.ErrorFacts facts) {
        String trait = java.schema("ErrorTrait") + ".of(" + literal(facts.code()) + ", " + facts.httpStatus() + ", "
                + facts.senderFault() + ")";
        return facts.queryCode() == null
                ? trait
                : trait + ".underQuery(" + literal(facts.queryCode()) + ", " + facts.queryStatus() + ")";
    }
}

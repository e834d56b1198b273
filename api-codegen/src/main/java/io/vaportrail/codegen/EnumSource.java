package io.vaportrail.codegen;

import static io.vaportrail.codegen.JavaSource.literal;

import java.util.HashSet;
import java.util.Set;

/** Writes the class of an enum: a constant for each value that the model lists, and the schema. */
final class EnumSource {
    private EnumSource() {}

    /** The file of a shape that is an enum. */
    static String of(Api api, Api.Shape shape) {
        JavaSource java = new JavaSource(api.metadata().packageName());
        SchemaExpressions expressions = new SchemaExpressions(api, java);
        String className = expressions.className(shape);
        java.line("/** Values of {@code " + shape.name() + "} that the model lists. */");
        java.open("public final class " + className);
        java.line("/** The shape. */");
        java.line(
                "public static final " + java.schema("SimpleSchema") + " SCHEMA = " + expressions.simple(shape) + ";");
        Set<String> taken = new HashSet<>(Set.of("SCHEMA"));
        for (String value : shape.demands().enumValues()) {
            java.blank().line("/** {@code " + value + "}. */");
            java.line("public static final String " + constant(value, taken) + " = " + literal(value) + ";");
        }
        java.blank().line("private " + className + "() {}");
        java.close();
        return java.text();
    }

    private static String constant(String value, Set<String> taken) {
        String wanted = Names.constant(value);
        String constant = wanted;
        for (int i = 2; !taken.add(constant); i++) {
            constant = wanted + "_" + i;
        }
        return constant;
    }
}

package io.vaportrail.codegen;

import java.util.TreeSet;

/** The text of one Java file: lines with indentation, and the imports they need. */
final class JavaSource {
    private final String packageName;
    private final TreeSet<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder(4096);
    private int depth;

    JavaSource(String packageName) {
        this.packageName = packageName;
    }

    /** The simple name of a type, which is imported. */
    String type(String qualified) {
        imports.add(qualified);
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** The simple name of a type of the schema package, which is imported. */
    String schema(String simple) {
        imports.add("io.vaportrail.schema." + simple);
        return simple;
    }

    JavaSource line(String text) {
        if (!text.isEmpty()) {
            body.append("    ".repeat(depth)).append(text);
        }
        body.append('\n');
        return this;
    }

    JavaSource blank() {
        return line("");
    }

    /** A line that opens a block. */
    JavaSource open(String text) {
        line(text + " {");
        depth++;
        return this;
    }

    /** Ends a block. */
    JavaSource close() {
        depth--;
        return line("}");
    }

    /** Ends a block that is an expression. */
    JavaSource closeExpression() {
        depth--;
        return line("};");
    }

    /** A line one step further in than those around it. */
    JavaSource continued(String text) {
        body.append("        ");
        return line(text);
    }

    /** The whole file. */
    String text() {
        StringBuilder out = new StringBuilder(body.length() + 1024);
        out.append("package ").append(packageName).append(";\n\n");
        for (String name : imports) {
            out.append("import ").append(name).append(";\n");
        }
        if (!imports.isEmpty()) {
            out.append('\n');
        }
        return out.append(body).toString();
    }

    /** A Java string literal. */
    static String literal(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c > 0x7e) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}

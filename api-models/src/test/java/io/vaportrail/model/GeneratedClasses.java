package io.vaportrail.model;

import io.vaportrail.schema.ListSchema;
import io.vaportrail.schema.MapSchema;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.SimpleSchema;
import io.vaportrail.schema.StructSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds everything that was generated, also what no operation reaches. */
final class GeneratedClasses {
    private GeneratedClasses() {}

    /** The schema constant of every structure, union, error and enum. */
    static List<Schema> schemas() throws Exception {
        List<Schema> schemas = new ArrayList<>();
        for (Class<?> type : classes()) {
            for (var field : type.getFields()) {
                if (field.getName().equals("SCHEMA") && field.getDeclaringClass() == type) {
                    schemas.add((Schema) field.get(null));
                }
            }
        }
        return schemas;
    }

    /** Every generated class that is not nested in another. */
    static List<Class<?>> classes() throws Exception {
        Path root = Path.of(
                Services.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> classes = new ArrayList<>();
        for (Path file : files(root)) {
            String name = root.relativize(file).toString().replace('/', '.');
            classes.add(Class.forName(name.substring(0, name.length() - ".class".length())));
        }
        return classes;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().contains("$"))
                    .filter(file -> !file.toString().endsWith("-info.class"))
                    .sorted()
                    .toList();
        }
    }

    /** Shows the schemas inside a schema, down to the next structures. */
    static void walk(Schema schema, Consumer<Schema> visitor) {
        visitor.accept(schema);
        if (schema instanceof ListSchema list) {
            step(list.element().target(), visitor);
        } else if (schema instanceof MapSchema map) {
            step(map.key().target(), visitor);
            step(map.value().target(), visitor);
        } else if (schema instanceof StructSchema<?> struct) {
            struct.members().forEach(member -> step(member.target(), visitor));
        } else if (!(schema instanceof SimpleSchema)) {
            throw new AssertionError("schema: " + schema.getClass() + " (expected: a known kind)");
        }
    }

    /** Shows a member and the elements, keys and values in it, down to the next structures. */
    static void walk(Member member, Consumer<Member> visitor) {
        visitor.accept(member);
        if (member.target() instanceof ListSchema list) {
            walk(list.element(), visitor);
        } else if (member.target() instanceof MapSchema map) {
            walk(map.key(), visitor);
            walk(map.value(), visitor);
        }
    }

    private static void step(Schema schema, Consumer<Schema> visitor) {
        if (schema instanceof StructSchema<?>) {
            visitor.accept(schema);
        } else {
            walk(schema, visitor);
        }
    }
}

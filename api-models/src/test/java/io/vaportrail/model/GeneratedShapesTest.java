package io.vaportrail.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vaportrail.schema.ConstraintPattern;
import io.vaportrail.schema.Member;
import io.vaportrail.schema.ModeledException;
import io.vaportrail.schema.OperationSchema;
import io.vaportrail.schema.Schema;
import io.vaportrail.schema.ServiceException;
import io.vaportrail.schema.ServiceSchema;
import io.vaportrail.schema.Struct;
import io.vaportrail.schema.StructBuilder;
import io.vaportrail.schema.StructSchema;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks everything that was generated. */
class GeneratedShapesTest {
    @Test
    void everySchemaCanBeDefined() throws Exception {
        int members = 0;
        List<Schema> schemas = GeneratedClasses.schemas();
        for (Schema schema : schemas) {
            if (schema instanceof StructSchema<?> struct) {
                members += struct.members().size();
            }
        }
        assertThat(schemas).hasSizeGreaterThan(3_600);
        assertThat(members).isGreaterThan(10_000);
    }

    @Test
    void everyPatternIsOneThatJavaUnderstands() throws Exception {
        Set<String> patterns = new HashSet<>();
        for (Schema schema : GeneratedClasses.schemas()) {
            GeneratedClasses.walk(schema, shape -> {
                ConstraintPattern pattern = shape.constraints().pattern();
                if (pattern != null && patterns.add(pattern.regex())) {
                    assertThatCode(() -> pattern.accepts("sample"))
                            .as(pattern.regex())
                            .doesNotThrowAnyException();
                }
            });
        }
        assertThat(patterns).hasSizeGreaterThan(200);
    }

    @Test
    void everyMemberIsSetAndReadUnderItsName() throws Exception {
        for (Class<?> type : GeneratedClasses.classes()) {
            if (Struct.class.isAssignableFrom(type)) {
                checkMembers(type);
            }
        }
    }

    private static void checkMembers(Class<?> type) throws Exception {
        StructSchema<?> schema = (StructSchema<?>) type.getField("SCHEMA").get(null);
        Object typed = type.getMethod("builder").invoke(null);
        StructBuilder<?> generic = schema.newBuilder();
        List<Method> accessors = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .filter(method -> !List.of("schema", "builder").contains(method.getName()))
                .toList();
        assertThat(accessors).as(type.getName()).hasSameSizeAs(schema.members());
        List<Object> samples = new ArrayList<>();
        for (Member member : schema.members()) {
            Object sample = Samples.of(member.target());
            samples.add(sample);
            generic.set(member.index(), sample);
            Method accessor = accessors.stream()
                    .filter(method -> isFor(method.getName(), member))
                    .findAny()
                    .orElseThrow(() -> new AssertionError(type + "." + member));
            Stream.of(typed.getClass().getMethods())
                    .filter(method -> method.getName().equals(accessor.getName()) && method.getParameterCount() == 1)
                    .filter(method -> method.getReturnType() == typed.getClass())
                    .findAny()
                    .orElseThrow()
                    .invoke(typed, sample);
        }
        Struct first = (Struct) typed.getClass().getMethod("build").invoke(typed);
        Struct second = generic.build();
        for (Member member : schema.members()) {
            Method accessor = accessors.stream()
                    .filter(method -> isFor(method.getName(), member))
                    .findAny()
                    .orElseThrow();
            assertThat(accessor.invoke(first)).as(type + "." + member).isEqualTo(samples.get(member.index()));
        }
        if (!(first instanceof ServiceException)) {
            assertThat(first).isEqualTo(second).hasSameHashCodeAs(second).hasToString(second.toString());
        }
    }

    private static boolean isFor(String method, Member member) {
        String name = member.name().toLowerCase(Locale.ROOT);
        String accessor = method.toLowerCase(Locale.ROOT);
        return accessor.equals(name) || accessor.equals(name + "member");
    }

    @Test
    void everyErrorCarriesItsMessage() throws Exception {
        int errors = 0;
        for (Class<?> type : GeneratedClasses.classes()) {
            if (ModeledException.class.isAssignableFrom(type)) {
                ModeledException error =
                        (ModeledException) type.getMethod("of", String.class).invoke(null, "what happened");
                assertThat(error).as(type.getName()).hasMessage("what happened");
                assertThat(error.error().code()).isNotEmpty();
                assertThat(error.error().httpStatus()).isBetween(400, 599);
                assertThat(error.auditCode()).isEqualTo(error.schema().name());
                errors++;
            }
        }
        assertThat(errors).isEqualTo(519);
    }

    static Stream<String> services() {
        return Services.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyOperationIsDefined(String id) throws Exception {
        ServiceSchema service = Services.byId(id);
        assertThat(service.id()).isEqualTo(id);
        assertThat(service.operations()).isNotEmpty();
        for (OperationSchema<?, ?> operation : service.operations()) {
            assertThat(service.operation(operation.name())).isSameAs(operation);
            assertThat(operation.input().members()).isNotNull();
            assertThat(operation.output().members()).isNotNull();
            assertThat(operation.audit().eventName()).isNotEmpty();
            for (String error : operation.errorNames()) {
                assertThat(errorSchema(service, error).error()).as(error).isNotNull();
            }
        }
    }

    private static StructSchema<?> errorSchema(ServiceSchema service, String name) throws Exception {
        Class<?> type;
        try {
            type = Class.forName(service.getClass().getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            String prefix = service.getClass().getSimpleName().replaceFirst("Service$", "");
            type = Class.forName(service.getClass().getPackageName() + "." + prefix + name);
        }
        return (StructSchema<?>) type.getField("SCHEMA").get(null);
    }
}

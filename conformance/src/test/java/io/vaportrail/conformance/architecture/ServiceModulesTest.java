package io.vaportrail.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.vaportrail.conformance.architecture.Product.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A service module knows the core, the schema and its own API. It reaches another service through the pipeline only, and
 * knows neither the transport nor a wire format.
 */
class ServiceModulesTest {
    /** Package of each service module, and the packages of the APIs it implements or calls. */
    private static final Map<String, List<String>> APIS = Map.of(
            "events", List.of("events", "logs", "sns", "sqs", "sts"),
            "identity", List.of("iam", "sts"),
            "logs", List.of("logs", "cloudwatch", "s3", "sts"),
            "metrics", List.of("cloudwatch", "events", "sns"),
            "s3", List.of("s3", "events", "sns", "sqs"),
            "sns", List.of("sns", "logs", "s3", "sqs", "sts"),
            "sqs", List.of("sqs"),
            "trail", List.of("cloudtrail", "events", "iam", "kms", "logs", "s3", "sns", "sts"));

    /** The core's packages that carry requests and no service sees. */
    private static final DescribedPredicate<JavaClass> WIRE = in("core.transport..", "core.protocol..");

    /** What a service module uses beside the core. The trail renders its records as JSON itself; the others leave JSON to the core. */
    private static final Map<String, String[]> LIBRARIES = Map.of(
            "events", new String[] {"software.amazon.event.ruler.."},
            "identity", new String[] {"javax.xml..", "org.w3c.dom..", "org.xml.sax.."},
            "logs", new String[] {"com.google.re2j.."},
            "metrics", new String[] {"com.google.re2j.."},
            "sns", new String[] {"software.amazon.event.ruler.."},
            "trail", new String[] {"com.fasterxml.jackson.core.."});

    private static final Set<String> NOT_SERVICES = Set.of("schema", "codegen", "model", "core", "app");

    static Stream<String> services() {
        return APIS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("services")
    void knowsTheCoreAndItsOwnApiOnly(String service) {
        classes()
                .that(in(service + ".."))
                .should()
                .onlyDependOnClassesThat(allowedFor(service))
                .allowEmptyShould(true)
                .check(Product.CLASSES);
    }

    private static DescribedPredicate<JavaClass> allowedFor(String service) {
        String[] models = APIS.getOrDefault(service, List.of()).stream()
                .map(api -> "model." + api + "..")
                .toArray(String[]::new);
        return in(service + "..", "schema..")
                .or(in("core..").and(not(WIRE)))
                .or(in(models))
                .or(resideInAnyPackage("java..", "javax.crypto..", "org.slf4j..", "org.jspecify.."))
                .or(resideInAnyPackage(LIBRARIES.getOrDefault(service, new String[0])));
    }

    @Test
    void everyServiceModuleIsListedHere() {
        Set<String> unlisted = new TreeSet<>();
        for (JavaClass one : Product.CLASSES) {
            String name = one.getPackageName().substring(Product.ROOT.length());
            unlisted.add(name.isEmpty() ? name : name.substring(1).split("\\.", 2)[0]);
        }
        unlisted.removeAll(NOT_SERVICES);
        unlisted.removeAll(APIS.keySet());

        assertThat(unlisted).isEmpty();
    }
}

package io.vaportrail.conformance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.vaportrail.conformance.architecture.Product.in;
import static io.vaportrail.conformance.architecture.Product.outside;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules depend on each other in one direction only, and each library is known in one place. */
class DependencyDirectionTest {
    @Test
    void schemaKnowsNothingButJava() {
        classes()
                .that(in("schema.."))
                .should()
                .onlyDependOnClassesThat(in("schema..").or(resideInAnyPackage("java..", "org.jspecify..")))
                .check(Product.CLASSES);
    }

    @Test
    void coreKnowsNoServiceAndNoApi() {
        noClasses()
                .that(in("core.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.vaportrail..").and(outside("core..", "schema..")))
                .check(Product.CLASSES);
    }

    @Test
    void nettyIsKnownToTheTransportAlone() {
        noClasses()
                .that(outside("core.transport..", "app.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.netty.."))
                .check(Product.CLASSES);
    }

    /** Seed files are streamed, and their faults told by line: more than the core's trees can do. */
    @Test
    void jsonIsReadAndWrittenInTheCoreTheTrailAndForSeedFilesAlone() {
        noClasses()
                .that(outside("core..", "trail..", "app.seed.."))
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
                .check(Product.CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ch.qos.logback..", "picocli.."})
    void theProcessAloneKnows(String library) {
        noClasses()
                .that(outside("app.."))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(Product.CLASSES);
    }

    @Test
    void bouncyCastleIsKnownWhereCertificatesAreMade() {
        noClasses()
                .that(outside("core.transport..", "app.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
                .check(Product.CLASSES);
    }

    @Test
    void nothingShippedKnowsWhatSupportsTests() {
        noClasses().should().dependOnClassesThat(in("support..")).check(Product.CLASSES);
    }
}

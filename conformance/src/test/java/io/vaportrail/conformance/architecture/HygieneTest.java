package io.vaportrail.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static io.vaportrail.conformance.architecture.Product.access;
import static io.vaportrail.conformance.architecture.Product.outside;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds in every package. */
class HygieneTest {
    @Test
    void everyPackageIsExplainedAndNullMarked() {
        List<String> unmarked = Product.CLASSES.getPackage(Product.ROOT).getSubpackagesInTree().stream()
                .filter(one -> !one.getClasses().isEmpty())
                .filter(one -> !one.getName().startsWith(Product.ROOT + ".model"))
                .filter(one -> !isNullMarked(one))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static boolean isNullMarked(JavaPackage one) {
        return one.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    @Test
    void theProcessAlonePrints() {
        noClasses().that(outside("app..")).should(ACCESS_STANDARD_STREAMS).check(Product.CLASSES);
    }

    @Test
    void logsGoThroughSlf4j() {
        noClasses().that(outside("app..")).should(USE_JAVA_UTIL_LOGGING).check(Product.CLASSES);
    }

    @Test
    void theProcessAloneEndsItself() {
        noClasses()
                .that(outside("app.."))
                .should()
                .accessTargetWhere(access(System.class, "exit").or(access(Runtime.class, "exit", "halt")))
                .check(Product.CLASSES);
    }

    @Test
    void nothingReflects() {
        noClasses()
                .that(outside("app.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(Product.CLASSES);
    }
}

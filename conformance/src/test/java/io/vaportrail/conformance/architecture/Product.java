package io.vaportrail.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Set;
import java.util.regex.Pattern;

/** The product's own classes: without tests, test fixtures and what is generated from the API models. */
final class Product {
    static final String ROOT = "io.vaportrail";

    private static final Pattern FIXTURES = Pattern.compile(".*-tests\\.jar!.*");
    private static final String GENERATED = "/io/vaportrail/model/";

    /** Quick local builds compile into a folder of their own, which the predefined option does not know. */
    private static final String QUICK_TESTS = "/target/fast/test-classes/";

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(Product::isHandWritten)
            .importPackages(ROOT);

    private Product() {}

    private static boolean isHandWritten(Location location) {
        return !location.contains(GENERATED) && !location.contains(QUICK_TESTS) && !location.matches(FIXTURES);
    }

    /** Classes in one of the packages, each given relative to the root ({@code "core.time.."}). */
    static DescribedPredicate<JavaClass> in(String... packages) {
        String[] full = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            full[i] = ROOT + "." + packages[i];
        }
        return resideInAnyPackage(full);
    }

    /** Classes in none of the packages, each given relative to the root. */
    static DescribedPredicate<JavaClass> outside(String... packages) {
        return not(in(packages));
    }

    /** A call or a reference to a method or constructor of the type; a constructor is named {@code <init>}. */
    static DescribedPredicate<JavaAccess<?>> access(Class<?> owner, String... names) {
        Set<String> wanted = Set.of(names);
        return describe(
                owner.getSimpleName() + wanted,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && wanted.contains(access.getTarget().getName()));
    }
}

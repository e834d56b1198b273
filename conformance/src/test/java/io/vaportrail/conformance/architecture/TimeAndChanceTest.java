package io.vaportrail.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.vaportrail.conformance.architecture.Product.access;
import static io.vaportrail.conformance.architecture.Product.outside;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Time, ids and randomness come from the sources that are injected; only those sources ask the machine. */
class TimeAndChanceTest {
    private static final DescribedPredicate<JavaAccess<?>> NOW = describe(
            "java.time's now()",
            access -> access.getTargetOwner().getPackageName().startsWith("java.time")
                    && access.getTarget().getName().equals("now"));

    private static final DescribedPredicate<JavaAccess<?>> NEW_DATE = describe(
            "Date()",
            access -> access.getTargetOwner().isEquivalentTo(Date.class)
                    && access.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getName().equals("<init>")
                    && target.getRawParameterTypes().isEmpty());

    @Test
    void theMachinesTimeOfDayIsAskedByTheClockAlone() {
        noClasses()
                .that(outside("core.time.."))
                .should()
                .accessTargetWhere(NOW.or(access(System.class, "currentTimeMillis"))
                        .or(access(
                                Clock.class, "systemUTC", "systemDefaultZone", "system", "tickSeconds", "tickMillis"))
                        .or(NEW_DATE))
                .check(Product.CLASSES);
    }

    /** The pipeline measures how long a call took; the process, how long its start took. */
    @Test
    void theMachinesStopwatchIsReadWhereMachineTimeIsMeant() {
        noClasses()
                .that(outside("core.time..", "core.transport..", "core.pipeline..", "app.."))
                .should()
                .accessTargetWhere(access(System.class, "nanoTime"))
                .check(Product.CLASSES);
    }

    @Test
    void chanceComesFromTheSourceOfIdsAlone() {
        noClasses()
                .that(outside("core.random.."))
                .should()
                .accessTargetWhere(access(UUID.class, "randomUUID")
                        .or(access(ThreadLocalRandom.class, "current"))
                        .or(access(Random.class, "<init>"))
                        .or(access(SplittableRandom.class, "<init>"))
                        .or(access(Math.class, "random")))
                .check(Product.CLASSES);
    }

    /** Keys and certificates want the machine's randomness, which no seed may replace. */
    @Test
    void secureChanceComesFromTheSourceOfIdsOrMakesCertificates() {
        noClasses()
                .that(outside("core.random..", "core.transport..", "app.."))
                .should()
                .accessTargetWhere(access(SecureRandom.class, "<init>", "getInstanceStrong", "getInstance"))
                .check(Product.CLASSES);
    }

    @Test
    void nothingSleeps() {
        noClasses().should().accessTargetWhere(access(Thread.class, "sleep")).check(Product.CLASSES);
    }
}

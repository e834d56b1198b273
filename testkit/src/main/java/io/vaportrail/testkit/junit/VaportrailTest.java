package io.vaportrail.testkit.junit;

import io.vaportrail.testkit.PolicyMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class with an emulator in this process. Tests, their constructors and their life cycle methods may take as parameters:
 *
 * <ul>
 *   <li>{@link io.vaportrail.testkit.Vaportrail}, for everything;
 *   <li>{@link io.vaportrail.testkit.trail.Trail}, what was done so far;
 *   <li>{@link io.vaportrail.testkit.VaportrailClock}, its time;
 *   <li>clients of the AWS SDK for Java 2, such as {@code SqsClient}, of the root or, with {@link As}, of somebody;
 *   <li>{@code AwsCredentialsProvider} and {@code Region}, for clients that a test makes itself.
 * </ul>
 *
 * <p>Unless told otherwise all classes share one emulator, which starts when first needed and ends with the run, and each class has an
 * account of its own, so that classes may run side by side; the account is emptied before each test. Tests that move the clock need
 * {@link #ownEmulator}: all accounts share it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(VaportrailExtension.class)
public @interface VaportrailTest {
    /** Whether the class has an emulator to itself. Needed to move the clock, and by {@link #policies} and {@link #strict}. */
    boolean ownEmulator() default false;

    /** Whether policies decide over calls. */
    PolicyMode policies() default PolicyMode.OFF;

    /** Whether AWS's waiting rules hold, such as a deleted queue's name being blocked for 60 seconds. */
    boolean strict() default false;

    /** Whether everything is forgotten before each test. */
    boolean reset() default true;
}

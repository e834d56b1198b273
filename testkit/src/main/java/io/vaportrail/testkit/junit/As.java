package io.vaportrail.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who an injected client calls as: {@code @As("orders-app") SqsClient sqs}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface As {
    /** The name of a user of the test's account, who need not be created; {@code root} is its root. */
    String value();
}

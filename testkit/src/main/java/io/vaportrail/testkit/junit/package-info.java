/** The extension of JUnit 5. Start with {@link io.vaportrail.testkit.junit.VaportrailTest}. */
@NullMarked
package io.vaportrail.testkit.junit;

import org.jspecify.annotations.NullMarked;

/**
 * Assertions about what was done to AWS, in the manner of AssertJ. Start with
 * {@link io.vaportrail.testkit.assertions.TrailAssertions#assertThat}.
 */
@NullMarked
package io.vaportrail.testkit.assertions;

import org.jspecify.annotations.NullMarked;

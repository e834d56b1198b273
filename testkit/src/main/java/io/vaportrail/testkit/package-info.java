/**
 * The emulator inside a test, and what tests ask of it. Start with {@link io.vaportrail.testkit.Vaportrail}; with JUnit 5,
 * {@link io.vaportrail.testkit.junit.VaportrailTest} starts one and hands it to the tests.
 */
@NullMarked
package io.vaportrail.testkit;

import org.jspecify.annotations.NullMarked;

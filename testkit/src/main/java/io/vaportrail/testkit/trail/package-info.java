/** What the emulator recorded, for reading. Start with {@link io.vaportrail.testkit.trail.Trail}. */
@NullMarked
package io.vaportrail.testkit.trail;

import org.jspecify.annotations.NullMarked;

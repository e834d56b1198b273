/** The emulator in a container. Start with {@link io.vaportrail.testcontainers.VaportrailContainer}. */
@NullMarked
package io.vaportrail.testcontainers;

import org.jspecify.annotations.NullMarked;

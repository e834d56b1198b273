/**
 * Deliveries: records are read off the rings, sorted into log files, and sent where trails want them, on workers and on the emulator's
 * clock. Start with {@link io.vaportrail.trail.delivery.Deliveries}, which says when; {@code TrailDelivery} says what.
 */
@NullMarked
package io.vaportrail.trail.delivery;

import org.jspecify.annotations.NullMarked;

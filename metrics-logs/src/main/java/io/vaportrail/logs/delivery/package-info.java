/**
 * Sources, destinations and deliveries of vended logs: what is set up for other services to write. Start with
 * {@link io.vaportrail.logs.delivery.Deliveries}.
 */
@NullMarked
package io.vaportrail.logs.delivery;

import org.jspecify.annotations.NullMarked;

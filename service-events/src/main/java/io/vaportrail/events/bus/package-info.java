/** Operations on event buses and their policies. Start with {@link io.vaportrail.events.bus.BusOperations}. */
@NullMarked
package io.vaportrail.events.bus;

import org.jspecify.annotations.NullMarked;

/** Brings events to the targets of the rules that they match. Start with {@link io.vaportrail.events.delivery.Router}. */
@NullMarked
package io.vaportrail.events.delivery;

import org.jspecify.annotations.NullMarked;

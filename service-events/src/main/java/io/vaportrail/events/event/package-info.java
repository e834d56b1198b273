/** Events and how they come in. Start with {@link io.vaportrail.events.event.PutEvents}. */
@NullMarked
package io.vaportrail.events.event;

import org.jspecify.annotations.NullMarked;

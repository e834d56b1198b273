/**
 * Event streams: messages one behind the other in the body of an answer. Start with
 * {@link io.vaportrail.core.protocol.eventstream.EventMessage}.
 */
@NullMarked
package io.vaportrail.core.protocol.eventstream;

import org.jspecify.annotations.NullMarked;
